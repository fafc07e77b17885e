package uk.followmycase.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Grants.AccessState;
import uk.followmycase.cases.desk.Openings.Callable;
import uk.followmycase.cases.desk.Openings.Check;
import uk.followmycase.cases.events.CasesJudged.Standing;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * To whom a case may be read out: those who may see it themselves now, or who are asked in. A
 * witness, somebody who waits for a decision or somebody who was shut out is told nothing.
 */
@Component
class Callables {

  /** The last who was checked, of those whose time runs. */
  private static final String PRESENT =
      """
      select person_id, checked from police.caller
      where staff = :staff and case_id = :case and until > :now order by at desc, id desc limit 1
      """;

  private final DeskPeople people;
  private final SafeNumbers numbers;
  private final ForceKeys keys;
  private final JdbcClient jdbc;
  private final Forces forces;
  private final Clock clock;

  Callables(
      DeskPeople people,
      SafeNumbers numbers,
      ForceKeys keys,
      JdbcClient jdbc,
      Forces forces,
      Clock clock) {
    this.people = people;
    this.numbers = numbers;
    this.keys = keys;
    this.jdbc = jdbc;
    this.forces = forces;
    this.clock = clock;
  }

  List<Callable> of(Ties ties) {
    var found = new ArrayList<Callable>();
    var key = keys.dataKey(ties.caseId(), ties.wrapped());
    numbers.of(on(ties), key).forEach((one, safe) -> found.add(callable(one, safe)));
    return List.copyOf(found);
  }

  private static Callable callable(DeskPeople.Person one, SafeNumbers.Safe safe) {
    var initials = SafeNumbers.initials(one.words().name());
    return new Callable(one.handle(), one.role(), initials, safe.ends(), safe.voicemail());
  }

  /** Everybody on a case who may be told of it. */
  List<DeskPeople.Person> on(Ties ties) {
    var all = people.on(Map.of(ties.caseId(), keys.dataKey(ties.caseId(), ties.wrapped())));
    return all.stream().filter(this::mayBeTold).toList();
  }

  /** Who of these was checked by somebody last, if they may be told of it still. */
  Optional<DeskPeople.Person> present(
      StaffMember who, UUID caseId, List<DeskPeople.Person> everybody) {
    return last(who, caseId)
        .flatMap(
            last -> everybody.stream().filter(one -> one.id().equals(last.person())).findFirst())
        .filter(this::mayBeTold);
  }

  /** Whether somebody checked this person last, in this way, and their time runs. */
  boolean stands(StaffMember who, UUID caseId, UUID person, Check check) {
    return last(who, caseId).filter(new Checked(person, check.name())::equals).isPresent();
  }

  private Optional<Checked> last(StaffMember who, UUID caseId) {
    return jdbc.sql(PRESENT)
        .param("staff", who.id().value())
        .param("case", caseId)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> new Checked(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  private record Checked(UUID person, @Nullable String how) {}

  private boolean mayBeTold(DeskPeople.Person one) {
    var as = one.as();
    var over = as != null && as.until().isBefore(today());
    return !over
        && (one.access() == null
            ? one.standing() == Standing.ELIGIBLE_STANDARD
                || one.standing() == Standing.ELIGIBLE_STRICT
            : one.access() == AccessState.OPEN || one.access() == AccessState.READ_ONLY);
  }

  private LocalDate today() {
    return forces.current().settings().day(clock.instant());
  }
}
