package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.internal.CaseFactRows.OtherCase;
import uk.followmycase.cases.internal.Standings.Decided;
import uk.followmycase.cases.internal.Standings.Found;
import uk.followmycase.cases.internal.Standings.Judged;
import uk.followmycase.eligibility.CaseFacts;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.EligibilityRules;
import uk.followmycase.eligibility.PersonFacts;
import uk.followmycase.eligibility.PersonFacts.Clash;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.Digests;

/** Judges everybody on the cases of a batch, and on other cases whose collisions it touches. */
@Component
class Judging {

  private final CollisionRegister register;
  private final EligibilityRules rules;
  private final CaseFactRows cases;
  private final StandingRows standings;
  private final RepresentativeRows representatives;
  private final Forces forces;

  Judging(
      CollisionRegister register,
      EligibilityRules rules,
      CaseFactRows cases,
      StandingRows standings,
      RepresentativeRows representatives,
      Forces forces) {
    this.register = register;
    this.rules = rules;
    this.cases = cases;
    this.standings = standings;
    this.representatives = representatives;
    this.forces = forces;
  }

  /**
   * Writes the facts and marks of these cases, and judges.
   *
   * @param told each case with a new state, and its people as written
   * @return everybody judged, also on other cases
   */
  List<Judged> judge(List<CasePeople> told) {
    var own = told.stream().map(people -> people.open().id()).toList();
    var others = register(told);
    others.addAll(representatives.casesOf(others));
    own.forEach(others::remove);
    var again = cases.lock(own, others);
    cases.write(told.stream().map(CasePeople::open).toList());
    var all = new LinkedHashSet<>(own);
    all.addAll(others);
    return written(look(all, files(told, again)));
  }

  /** Judges a case of which nothing new was told: somebody has decided, or is about to. */
  List<Judged> again(UUID caseId) {
    return written(look(caseId));
  }

  /** What would be found now. Holds the case, and writes nothing. */
  List<Judged> look(UUID caseId) {
    var cases = Set.of(caseId);
    return look(cases, files(List.of(), this.cases.lock(List.of(), cases)));
  }

  private List<Judged> look(Set<UUID> all, Map<UUID, File> files) {
    var found = standings.find(all);
    var marked = RepresentativeRows.marked(all, found);
    var clashes = register.clashes(marked);
    var met = clashes.isEmpty() ? Map.<UUID, List<byte[]>>of() : register.met(marked);
    var judged = new LinkedHashMap<UUID, Judged>();
    for (var person : RepresentativeRows.last(found)) {
      var file = Objects.requireNonNull(files.get(person.caseId()));
      var id = person.personId();
      var of = person.represents() == null ? null : judged.get(person.represents());
      judged.put(
          id,
          judge(
              person,
              of,
              file,
              clashes.getOrDefault(id, Set.of()),
              met.getOrDefault(id, List.of())));
    }
    return List.copyOf(judged.values());
  }

  private List<Judged> written(List<Judged> judged) {
    var changed = judged.stream().filter(Judged::changed).toList();
    if (!changed.isEmpty()) {
      standings.write(changed);
    }
    return judged;
  }

  /**
   * The register is left alone by cases whose marks stand there already, which then may come back
   * as others: their facts are the ones just told, not those that stand.
   */
  private Set<UUID> register(List<CasePeople> told) {
    var changed =
        told.stream()
            .filter(people -> !same(people.open().head().marks(), people.open().marks()))
            .map(Judging::marks)
            .toList();
    return changed.isEmpty() ? new HashSet<>() : new LinkedHashSet<>(register.replace(changed));
  }

  static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
    return one != null && other != null && Digests.same(one, other);
  }

  private static CollisionRegister.CaseMarks marks(CasePeople people) {
    var ids =
        people.present().entrySet().stream()
            .collect(toMap(person -> person.getValue().id(), Map.Entry::getKey));
    var newest = Objects.requireNonNull(people.open().newest());
    return CaseMarks.of(
        people.open().id(), newest, person -> Objects.requireNonNull(ids.get(person.id())));
  }

  private Judged judge(
      Found found, @Nullable Judged of, File file, Set<Clash> clashes, List<byte[]> met) {
    if (found.gone()) {
      var gone = Decided.gone(forces.current().revision());
      return new Judged(found, gone, false, Set.of(), Grounds.of(gone, file.facts(), met));
    }
    var ruled =
        of == null
            ? Decided.of(rules.judge(file.facts(), facts(found, file, clashes)))
            : RepresentativeRules.judge(of, clashes);
    var grounds = Grounds.of(ruled, file.facts(), met);
    var decision = found.decision();
    var grant = found.grant();
    var cleared = decision != null && decision.clears(grounds);
    var danger =
        (of != null && of.danger())
            || (!clashes.isEmpty() && !cleared)
            || (grant != null && Digest.meet(found.unsafe(), grant.proved()));
    var decided = decision == null ? ruled : decision.over(ruled, grounds);
    return new Judged(found, decided, danger, clashes, grounds);
  }

  private static PersonFacts facts(Found found, File file, Set<Clash> clashes) {
    var words =
        Words.open(
            file.key(), found.personId(), found.words(), Words.Person.PLACE, Words.Person.class);
    return new PersonFacts(
        Objects.requireNonNull(words.id()),
        found.role(),
        words.born(),
        found.text(),
        found.email(),
        found.shared(),
        clashes);
  }

  private static Map<UUID, File> files(List<CasePeople> told, List<OtherCase> again) {
    var files = new HashMap<UUID, File>();
    for (var people : told) {
      WholeCase newest = Objects.requireNonNull(people.open().newest());
      files.put(people.open().id(), new File(people.open().key(), CaseWords.facts(newest)));
    }
    again.forEach(other -> files.put(other.id(), new File(other.key(), other.facts())));
    return files;
  }

  private record File(DataKey key, CaseFacts facts) {}
}
