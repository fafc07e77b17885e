package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.internal.CaseRows.Found;
import uk.followmycase.cases.internal.TimelineRows.Place;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Opens the cases of a batch. Locks are taken in four classes, each sorted and none before the one
 * above it: digests in the collision register, new references, pages, facts. So no two batches ever
 * wait for each other.
 */
@Component
class OpeningCases {

  private final CaseRows cases;
  private final TimelineRows timeline;
  private final CollisionRegister register;
  private final Forces forces;
  private final ForceKeys keys;

  OpeningCases(
      CaseRows cases,
      TimelineRows timeline,
      CollisionRegister register,
      Forces forces,
      ForceKeys keys) {
    this.cases = cases;
    this.timeline = timeline;
    this.register = register;
    this.forces = forces;
    this.keys = keys;
  }

  /** Locks the cases, making those that are new, and folds what is told onto them. */
  List<OpenCase> open(List<Told> batch) {
    var heads = onlyUpdatesOfOneCase(batch) ? lockOne(batch.getFirst()) : lockAll(batch);
    var known = known(batch, heads);
    return batch.stream()
        .map(told -> fold(told, Objects.requireNonNull(heads.get(told.reference())), known))
        .toList();
  }

  private static boolean onlyUpdatesOfOneCase(List<Told> batch) {
    return batch.size() == 1 && batch.getFirst().wholeCases().isEmpty();
  }

  /** The hot path: one case, mostly there, nothing for the register. */
  private Map<Digest, CaseHead> lockOne(Told told) {
    var only = new TreeSet<>(List.of(told.reference()));
    var heads = cases.lock(only);
    if (!heads.isEmpty()) {
      return heads;
    }
    cases.make(only);
    return cases.lock(only);
  }

  private Map<Digest, CaseHead> lockAll(List<Told> batch) {
    var references = batch.stream().map(Told::reference).collect(toCollection(TreeSet::new));
    var found = cases.find(references);
    enter(batch, found);
    var missing = new TreeSet<>(references);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      cases.make(missing);
    }
    return cases.lock(references);
  }

  /** Only the newest version's marks will be written; those of the others are not waited for. */
  private void enter(List<Told> batch, Map<Digest, Found> found) {
    var marks = new ArrayList<CollisionRegister.CaseMarks>();
    for (var told : batch) {
      var newest = newest(told);
      var stands = found.get(told.reference());
      if (newest != null
          && (stands == null || !Judging.same(stands.marks(), CaseMarks.digest(newest, keys)))) {
        var id = stands == null ? Handle.rowId() : stands.id();
        marks.add(CaseMarks.of(id, newest, person -> Handle.rowId()));
      }
    }
    if (!marks.isEmpty()) {
      register.enter(marks);
    }
  }

  private static @Nullable WholeCase newest(Told told) {
    return told.wholeCases().stream()
        .max(java.util.Comparator.comparingLong(WholeCase::version))
        .orElse(null);
  }

  private Map<Place, Known> known(List<Told> batch, Map<Digest, CaseHead> heads) {
    var places = new ArrayList<Place>();
    for (var told : batch) {
      var head = Objects.requireNonNull(heads.get(told.reference()), "A case without its key");
      told.updates().values().forEach(source -> places.add(new Place(head.id(), source)));
    }
    return places.isEmpty() ? Map.of() : timeline.known(places);
  }

  private OpenCase fold(Told told, CaseHead head, Map<Place, Known> known) {
    var timelineOf = new HashMap<String, Known>();
    told.updates()
        .forEach(
            (id, source) -> {
              var there = known.get(new Place(head.id(), source));
              if (there != null) {
                timelineOf.put(id, there);
              }
            });
    var folded = Fold.of(head.version(), head.body(), timelineOf, told.reports());
    var newest = folded.newest();
    var marks = newest == null ? head.marks() : CaseMarks.digest(newest, keys);
    return new OpenCase(told, head, folded, page(head, folded), marks);
  }

  private PageWords page(CaseHead head, Fold.Folded folded) {
    var newest = folded.newest();
    var page =
        head.page()
            .without(folded.withdrawn())
            .with(folded.added().stream().map(CaseWords::entry).toList());
    return newest == null
        ? page
        : page.with(CaseWords.front(newest, forces.current().settings().zone()));
  }
}
