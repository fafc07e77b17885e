package uk.followmycase.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.cases.desk.Tasks.Need;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Notices who looks at many cases that nobody gave them: in the transaction of the look itself, so
 * that a supervisor can read of it at once.
 */
@Component
class Browsing {

  static final String PLACE = "police.browsing";

  static final int MANY = 20;
  static final Duration WITHIN = Duration.ofHours(1);

  /** 0x4C4F4F4B: "LOOK", so that no other advisory lock of the product is meant. */
  private static final String ONE_AFTER_THE_OTHER =
      "select 1 from (select pg_advisory_xact_lock(x'4C4F4F4B'::int, hashtext(police.bound_force() || '/' || :staff::text))) locked";

  private static final String LATELY =
      "select exists (select from police.browsing where staff = :staff and at > :since)";

  private static final String NOTICE =
      """
      insert into police.browsing (force_id, id, handle, staff, units, at, looks, words)
      values (police.bound_force(), :id, :handle, :staff, :units, :now, :looks, :words)
      """;

  private final JdbcClient jdbc;
  private final LookRows looks;
  private final StaffName names;
  private final AuditTrail trail;
  private final Tasks tasks;
  private final Asking asking;
  private final Clock clock;

  Browsing(
      JdbcClient jdbc,
      LookRows looks,
      StaffName names,
      AuditTrail trail,
      Tasks tasks,
      Asking asking,
      Clock clock) {
    this.jdbc = jdbc;
    this.looks = looks;
    this.names = names;
    this.trail = trail;
    this.tasks = tasks;
    this.asking = asking;
    this.clock = clock;
  }

  /** Two looks of one person at the same moment are counted both. */
  void oneAfterTheOther(StaffMember who) {
    jdbc.sql(ONE_AFTER_THE_OTHER).param("staff", who.id().value()).query(Integer.class).single();
  }

  /**
   * Notices it, and asks a supervisor to read of it.
   *
   * @param last the case with which it is many; null for a search in vain
   */
  void notice(StaffMember who, @Nullable UUID last) {
    var many = looks.unallocated(who, WITHIN);
    if (many >= MANY && !noticedLately(who)) {
      var id = write(who, many);
      Optional.ofNullable(last)
          .or(() -> looks.lastBrowsed(who))
          .map(CaseId::new)
          .map(about -> new Need(TaskKind.UNUSUAL_BROWSING, id, about, null, id, null))
          .ifPresent(tasks::open);
      trail.record(
          new AuditEntry(
              who.actor(), AuditAction.BROWSING_NOTICED, List.of(), null, "looks " + many));
    }
  }

  private boolean noticedLately(StaffMember who) {
    return jdbc.sql(LATELY)
        .param("staff", who.id().value())
        .param("since", Timestamp.from(clock.instant().minus(WITHIN)))
        .query(Boolean.class)
        .single();
  }

  private UUID write(StaffMember who, int many) {
    var id = Handle.rowId();
    jdbc.sql(NOTICE)
        .param("id", id)
        .param("handle", Handle.random().value())
        .param("staff", who.id().value())
        .param("units", asking.units(who))
        .param("now", Timestamp.from(clock.instant()))
        .param("looks", many)
        .param("words", names.seal(PLACE, id, who))
        .update();
    return id;
  }
}
