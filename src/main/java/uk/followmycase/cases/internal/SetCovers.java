package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** Covers in PostgreSQL. A cover reaches no farther than the units of whoever set it. */
@Service
@Transactional
class SetCovers implements Covers {

  private static final String STANDING =
      """
      select handle, collar_number, covered_by, until_on, set_at from police.cover
      where ended_at is null and until_on >= :today and units && :units
      order by until_on, id
      """;

  private static final String HAS_CASES =
      """
      select exists (select from police.case_file
        where stage <> 'CLOSED' and collar_number = :officer and unit = any (:units))
      """;

  private static final String SET =
      """
      insert into police.cover (force_id, id, handle, collar_number, covered_by, units, until_on, set_by, set_at)
      values (police.bound_force(), :id, :handle, :officer, :by, :units, :until, :who, :now)
      """;

  private static final String END =
      """
      update police.cover set ended_at = :now
      where handle = :handle and ended_at is null and until_on >= :today and units && :units
      """;

  private static final Pattern COLLAR = Pattern.compile("[A-Za-z0-9]{1,10}");

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final Asking asking;
  private final Forces forces;
  private final Clock clock;

  SetCovers(JdbcClient jdbc, AuditTrail trail, Asking asking, Forces forces, Clock clock) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.asking = asking;
    this.forces = forces;
    this.clock = clock;
  }

  @Override
  public List<Cover> standing(StaffMember who) {
    return !Rights.may(who, Act.SET_COVER)
        ? List.of()
        : jdbc.sql(STANDING)
            .param("today", Date.valueOf(today()))
            .param("units", asking.units(who))
            .query((row, number) -> cover(row))
            .list();
  }

  @Override
  public Outcome set(StaffMember who, String officer, String by, LocalDate until) {
    if (!Rights.may(who, Act.SET_COVER)) {
      return Outcome.NOT_ALLOWED;
    }
    if (until.isBefore(today()) || until.isAfter(today().plusDays(MOST_DAYS))) {
      return Outcome.NOT_A_DAY;
    }
    if (officer.equals(by)) {
      return Outcome.SAME_OFFICER;
    }
    return COLLAR.matcher(by).matches() && hasCases(who, officer)
        ? write(who, officer, by, until)
        : Outcome.NO_SUCH_OFFICER;
  }

  private boolean hasCases(StaffMember who, String officer) {
    return jdbc.sql(HAS_CASES)
        .param("officer", officer)
        .param("units", asking.units(who))
        .query(Boolean.class)
        .single();
  }

  private Outcome write(StaffMember who, String officer, String by, LocalDate until) {
    jdbc.sql(SET)
        .param("id", Handle.rowId())
        .param("handle", Handle.random().value())
        .param("officer", officer)
        .param("by", by)
        .param("units", asking.units(who))
        .param("until", Date.valueOf(until))
        .param("who", who.id().value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    note(who, AuditAction.COVER_SET, officer + " by " + by + " until " + until);
    return Outcome.SET;
  }

  @Override
  public boolean end(StaffMember who, Handle cover) {
    var ended = Rights.may(who, Act.SET_COVER) && ended(who, cover.value());
    if (ended) {
      note(who, AuditAction.COVER_ENDED, cover.toString());
    }
    return ended;
  }

  private boolean ended(StaffMember who, UUID handle) {
    return jdbc.sql(END)
            .param("handle", handle)
            .param("today", Date.valueOf(today()))
            .param("units", asking.units(who))
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  private LocalDate today() {
    return forces.current().settings().day(clock.instant());
  }

  private void note(StaffMember who, AuditAction action, String detail) {
    trail.record(new AuditEntry(who.actor(), action, List.of(), null, detail));
  }

  private static Cover cover(ResultSet row) throws SQLException {
    return new Cover(
        new Handle(row.getObject(1, UUID.class)),
        row.getString(2),
        row.getString(3),
        row.getDate(4).toLocalDate(),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant());
  }
}
