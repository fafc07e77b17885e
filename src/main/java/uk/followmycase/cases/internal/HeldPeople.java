package uk.followmycase.cases.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.CaseFiles.HeldPerson;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.internal.Standings.Found;
import uk.followmycase.tenancy.keys.DataKey;

/** Puts together who is held on a case. */
@Component
class HeldPeople {

  static final Comparator<Report.Update> BY_TIME =
      Comparator.comparing(Report.Update::at).thenComparing(Report.Update::id);

  private static final byte[] UNTOLD = {};

  private final StandingRows standings;

  HeldPeople(StandingRows standings) {
    this.standings = standings;
  }

  List<HeldPerson> on(UUID caseId, DataKey key) {
    return standings.find(List.of(caseId)).stream()
        .filter(found -> !found.gone() && found.represents() == null)
        .map(found -> person(found, key))
        .sorted(Comparator.comparing(held -> held.person().id()))
        .toList();
  }

  private static HeldPerson person(Found found, DataKey key) {
    var words =
        Words.open(key, found.personId(), found.words(), Words.Person.PLACE, Words.Person.class);
    var id = Objects.requireNonNull(words.id());
    var points =
        words.points().stream()
            .map(p -> new Report.Point(p.kind(), p.written(), null, null, p.safe(), p.shared()))
            .toList();
    var person =
        new Report.Person(
            id,
            found.role(),
            words.name(),
            words.born(),
            found.wish(),
            found.enhanced(),
            points,
            UNTOLD,
            UNTOLD);
    var last = Objects.requireNonNull(found.last(), "Somebody on a case was never judged");
    return new HeldPerson(person, new Answer.Judged(id, last.standing(), last.reasons()));
  }
}
