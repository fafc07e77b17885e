package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Answer;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.internal.Fold.Outcome;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.tenancy.keys.ForceKeys;

/** Words the answers: what became of each report, and how the people it names stand now. */
@Component
class Answers {

  private final StandingRows standings;
  private final ForceKeys keys;

  Answers(StandingRows standings, ForceKeys keys) {
    this.standings = standings;
    this.keys = keys;
  }

  List<Answer> of(List<OpenCase> cases, List<Judged> judged, int reports) {
    var decided = decided(cases, judged);
    var inOrder = new Answer[reports];
    for (var open : cases) {
      for (var at = 0; at < open.told().reports().size(); at++) {
        var report = open.told().reports().get(at);
        var outcome = open.folded().outcomes().get(at);
        inOrder[open.told().positions().get(at)] =
            answer(report, outcome, open.folded().version(), decided.get(open.id()));
      }
    }
    return Arrays.asList(inOrder);
  }

  /** By case and person's digest; read for those cases that were told again without effect. */
  private Map<UUID, Map<Digest, Decided>> decided(List<OpenCase> cases, List<Judged> judged) {
    var decided = new HashMap<UUID, Map<Digest, Decided>>();
    judged.forEach(j -> put(decided, j.found(), j.now()));
    var unread = new HashSet<UUID>();
    for (var open : cases) {
      if (!decided.containsKey(open.id()) && !open.told().wholeCases().isEmpty()) {
        unread.add(open.id());
      }
    }
    if (!unread.isEmpty()) {
      standings.find(unread).forEach(found -> put(decided, found, found.last()));
    }
    return decided;
  }

  private static void put(
      Map<UUID, Map<Digest, Decided>> decided, Standings.Found found, @Nullable Decided now) {
    if (now != null && !found.gone()) {
      decided.computeIfAbsent(found.caseId(), id -> new HashMap<>()).put(found.source(), now);
    }
  }

  private Answer answer(
      Report report, Outcome outcome, long version, @Nullable Map<Digest, Decided> decided) {
    return switch (outcome) {
      case Outcome.Clashes(var conflict, var update) -> new Answer.Refused(conflict, update);
      case Outcome.Stands(var effect) ->
          report instanceof WholeCase told && decided != null
              ? new Answer.Held(effect, version, people(told, decided))
              : new Answer.Held(effect, version, List.of());
    };
  }

  private List<Answer.Judged> people(WholeCase told, Map<Digest, Decided> decided) {
    var people = new ArrayList<Answer.Judged>();
    for (var person : told.people()) {
      var now = decided.get(CasePeople.source(person.id(), keys));
      if (now != null) {
        people.add(new Answer.Judged(person.id(), now.standing(), now.reasons()));
      }
    }
    return people;
  }
}
