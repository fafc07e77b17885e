package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.Covers;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.CollarNumber;
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

  private static final String STANDS =
      """
      select exists (select from police.cover
        where collar_number = :officer and covered_by = :by and until_on = :until and units = :units and ended_at is null)
      """;

  private static final String END =
      """
      update police.cover set ended_at = :now
      where handle = :handle and ended_at is null and until_on >= :today and units && :units
      returning collar_number || ' by ' || covered_by
      """;

  private static final Pattern COLLAR = Pattern.compile("[A-Za-z0-9]{1,10}");

  private final JdbcClient jdbc;
  private final OfficerNames names;
  private final OneAfterTheOther once;
  private final DeskTrail trail;
  private final Asking asking;
  private final Forces forces;
  private final Clock clock;

  SetCovers(
      JdbcClient jdbc,
      OfficerNames names,
      OneAfterTheOther once,
      DeskTrail trail,
      Asking asking,
      Forces forces,
      Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.once = once;
    this.trail = trail;
    this.asking = asking;
    this.forces = forces;
    this.clock = clock;
  }

  @Override
  public List<Cover> standing(StaffMember who) {
    if (!Rights.may(who, Act.SET_COVER)) {
      return List.of();
    }
    var covers =
        jdbc.sql(STANDING)
            .param("today", Date.valueOf(today()))
            .param("units", asking.units(who))
            .query((row, number) -> cover(row))
            .list();
    var known =
        names.of(
            covers.stream().flatMap(one -> Stream.of(one.officer(), one.by())).distinct().toList());
    return covers.stream().map(one -> one.named(pair(known, one.officer(), one.by()))).toList();
  }

  private static Pair pair(Map<String, String> known, String officer, String by) {
    return new Pair(known.get(CollarNumber.of(officer)), known.get(CollarNumber.of(by)));
  }

  @Override
  public Outcome set(StaffMember who, String officer, String by, LocalDate until) {
    var outcome = check(who, officer, by, until);
    var whose = CollarNumber.of(officer);
    var whom = CollarNumber.of(by);
    once.of(who);
    if (outcome == Outcome.SET && !stands(who, whose, whom, until)) {
      write(who, whose, whom, until);
    }
    return outcome;
  }

  @Override
  public Outcome check(StaffMember who, String officer, String by, LocalDate until) {
    if (!Rights.may(who, Act.SET_COVER)) {
      return Outcome.NOT_ALLOWED;
    }
    if (until.isBefore(today()) || until.isAfter(today().plusDays(MOST_DAYS))) {
      return Outcome.NOT_A_DAY;
    }
    if (CollarNumber.of(officer).equals(CollarNumber.of(by))) {
      return Outcome.SAME_OFFICER;
    }
    return COLLAR.matcher(by.strip()).matches() && hasCases(who, officer)
        ? Outcome.SET
        : Outcome.NO_SUCH_OFFICER;
  }

  @Override
  public Pair named(StaffMember who, String officer, String by) {
    return Rights.may(who, Act.SET_COVER) && hasCases(who, officer)
        ? pair(names.of(List.of(officer, by)), officer, by)
        : Pair.UNKNOWN;
  }

  private boolean stands(StaffMember who, String officer, String by, LocalDate until) {
    return jdbc.sql(STANDS)
        .param("officer", officer)
        .param("by", by)
        .param("until", Date.valueOf(until))
        .param("units", asking.units(who))
        .query(Boolean.class)
        .single();
  }

  private boolean hasCases(StaffMember who, String officer) {
    return jdbc.sql(HAS_CASES)
        .param("officer", CollarNumber.of(officer))
        .param("units", asking.units(who))
        .query(Boolean.class)
        .single();
  }

  private void write(StaffMember who, String officer, String by, LocalDate until) {
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
  }

  @Override
  public boolean end(StaffMember who, Handle cover) {
    var ended =
        Rights.may(who, Act.SET_COVER) ? ended(who, cover.value()) : Optional.<String>empty();
    ended.ifPresent(whose -> note(who, AuditAction.COVER_ENDED, whose));
    return ended.isPresent();
  }

  private Optional<String> ended(StaffMember who, UUID handle) {
    return jdbc.sql(END)
        .param("handle", handle)
        .param("today", Date.valueOf(today()))
        .param("units", asking.units(who))
        .param("now", Timestamp.from(clock.instant()))
        .query(String.class)
        .optional();
  }

  private LocalDate today() {
    return forces.current().settings().day(clock.instant());
  }

  private void note(StaffMember who, AuditAction action, String detail) {
    trail.did(who, action, null, null, detail);
  }

  private Cover cover(ResultSet row) throws SQLException {
    return new Cover(
        new Handle(row.getObject(1, UUID.class)),
        row.getString(2),
        row.getString(3),
        row.getDate(4).toLocalDate(),
        Objects.requireNonNull(row.getTimestamp(5)).toInstant(),
        Pair.UNKNOWN);
  }
}
