package uk.followmycase.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.identity.NationalAdministrator;
import uk.followmycase.identity.NationalOnDuty;
import uk.followmycase.identity.StaffExclusions.Outcome;
import uk.followmycase.identity.StaffId;

/** Shows the nation's administrators, keeps somebody out, and lets them in again. */
@Component
@Transactional
class NationalDoor implements NationalOnDuty {

  private final NationalDesk desk;
  private final NationalVisits visits;
  private final NationalExclusions exclusions;

  NationalDoor(NationalDesk desk, NationalVisits visits, NationalExclusions exclusions) {
    this.desk = desk;
    this.visits = visits;
    this.exclusions = exclusions;
  }

  @Override
  public List<Administrator> all() {
    var kept = exclusions.all();
    var last = visits.last();
    var known = last.stream().map(NationalVisits.Last::account).toList();
    return Stream.concat(
            last.stream().map(one -> shown(one, kept)),
            kept.stream().filter(row -> !known.contains(row.account())).map(NationalDoor::longGone))
        .toList();
  }

  private Administrator shown(NationalVisits.Last last, List<NationalExclusions.Row> kept) {
    var excluded =
        kept.stream()
            .filter(row -> row.account().equals(last.account()))
            .map(NationalDoor::excluded)
            .findFirst();
    return new Administrator(
        last.account(),
        last.visit().said().displayName(),
        last.visit().signedInAt(),
        last.open() && excluded.isEmpty() && desk.holds(last.visit()),
        excluded.orElse(null));
  }

  private static Administrator longGone(NationalExclusions.Row row) {
    return new Administrator(row.account(), row.said().name(), row.since(), false, excluded(row));
  }

  private static Excluded excluded(NationalExclusions.Row row) {
    return new Excluded(row.since(), row.by(), row.said().by(), row.said().why());
  }

  @Override
  public Optional<Administrator> of(StaffId who) {
    return all().stream().filter(one -> one.id().equals(who)).findFirst();
  }

  @Override
  public Outcome exclude(StaffId who, String why, NationalAdministrator by) {
    if (who.equals(by.id())) {
      return Outcome.OWN;
    }
    var known = of(who);
    if (known.isEmpty()) {
      return Outcome.NOT_THERE;
    }
    if (!exclusions.begin(who, by, known.get().displayName(), why)) {
      return Outcome.ALREADY;
    }
    desk.endAll(who);
    return Outcome.DONE;
  }

  @Override
  public Outcome readmit(StaffId who, NationalAdministrator by) {
    if (exclusions.end(who, by.id())) {
      return Outcome.DONE;
    }
    return exclusions.standing(who) ? Outcome.SAME_PERSON : Outcome.ALREADY;
  }
}
