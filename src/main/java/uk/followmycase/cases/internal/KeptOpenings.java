package uk.followmycase.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Openings;
import uk.followmycase.cases.desk.TaskKind;
import uk.followmycase.cases.desk.Tasks;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Keeps callers and broken glass; the row is the notice to the supervisor, who gets a task. */
@Service
@Transactional
class KeptOpenings implements Openings {

  private static final String PRESENT =
      """
      insert into police.caller (force_id, id, case_id, person_id, staff, checked, at, until)
      values (police.bound_force(), :id, :case, :person, :staff, :checked, :now, :until)
      """;

  private static final String BROKEN =
      """
      insert into police.broken_glass (force_id, id, handle, case_id, staff, units, at, until, words)
      values (police.bound_force(), :id, :handle, :case, :staff, :units, :now, :until, :words)
      """;

  private final JdbcClient jdbc;
  private final Rights rights;
  private final Looks looks;
  private final Callables callables;
  private final OneAfterTheOther once;
  private final ForceKeys keys;
  private final DeskTrail trail;
  private final Tasks tasks;
  private final Asking asking;
  private final Clock clock;

  KeptOpenings(
      JdbcClient jdbc,
      Rights rights,
      Looks looks,
      Callables callables,
      OneAfterTheOther once,
      ForceKeys keys,
      DeskTrail trail,
      Tasks tasks,
      Asking asking,
      Clock clock) {
    this.jdbc = jdbc;
    this.rights = rights;
    this.looks = looks;
    this.callables = callables;
    this.once = once;
    this.keys = keys;
    this.trail = trail;
    this.tasks = tasks;
    this.asking = asking;
    this.clock = clock;
  }

  @Override
  public boolean offered(StaffMember who, Handle file, Act way) {
    return rights.find(who, file, way).isPresent();
  }

  @Override
  public Optional<List<Callable>> callable(StaffMember who, Handle file) {
    var ties = rights.find(who, file, Act.RECORD_CALLER);
    ties.ifPresent(found -> looks.met(who, found.caseId()));
    return ties.map(callables::of);
  }

  @Override
  public Opened caller(StaffMember who, Handle file, Handle person, Check check) {
    once.of(who);
    return rights
        .find(who, file, Act.RECORD_CALLER)
        .flatMap(
            ties ->
                callables.on(ties).stream()
                    .filter(one -> one.handle().equals(person))
                    .findFirst()
                    .map(one -> caller(who, ties, one.id(), check)))
        .orElse(Opened.NOT_THERE);
  }

  private Opened caller(StaffMember who, Ties ties, UUID person, Check check) {
    if (callables.stands(who, ties.caseId(), person, check)) {
      return Opened.OPEN;
    }
    opening(PRESENT, who, ties, clock.instant(), CALL)
        .param("id", Handle.rowId())
        .param("person", person)
        .param("checked", check.name())
        .update();
    trail.did(who, AuditAction.CALLER_RECORDED, ties.caseId(), person, check.name());
    return Opened.OPEN;
  }

  @Override
  public Opened breakGlass(StaffMember who, Handle file, String reason) {
    once.of(who);
    var ties = rights.find(who, file, Act.BREAK_GLASS).orElse(null);
    if (ties == null) {
      return Opened.NOT_THERE;
    }
    if (ties.glassUntil() != null) {
      return Opened.OPEN;
    }
    var said = reason.strip();
    var length = said.codePointCount(0, said.length());
    return length < SHORTEST_REASON || length > LONGEST_REASON
        ? Opened.NO_REASON
        : broken(who, ties, said);
  }

  private Opened broken(StaffMember who, Ties ties, String reason) {
    var now = clock.instant();
    var id = Handle.rowId();
    var key = keys.dataKey(ties.caseId(), ties.wrapped());
    var words = new Words.Glass(reason, StaffName.Named.of(who));
    opening(BROKEN, who, ties, now, GLASS)
        .param("id", id)
        .param("handle", Handle.random().value())
        .param("units", asking.units(who))
        .param("words", Words.seal(key, id, words))
        .update();
    tasks.open(
        new Tasks.Need(TaskKind.GLASS_BROKEN, id, new CaseId(ties.caseId()), null, id, null));
    var minutes = "minutes " + GLASS.toMinutes();
    trail.did(who, AuditAction.GLASS_BROKEN, ties.caseId(), null, minutes);
    return Opened.OPEN;
  }

  private JdbcClient.StatementSpec opening(
      String sql, StaffMember who, Ties ties, Instant now, Duration open) {
    return jdbc.sql(sql)
        .param("case", ties.caseId())
        .param("staff", who.id().value())
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(open)));
  }
}
