package uk.followmycase.cases.internal;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Answer.Conflict;
import uk.followmycase.cases.Answer.Effect;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.Report.WithdrawnUpdate;
import uk.followmycase.tenancy.keys.Digests;

/**
 * Folds reports about one case onto what is held of it, in memory and touching nothing. Whatever
 * the order and however often, the same reports end the same: the newest version's state, and every
 * update that was told and never withdrawn.
 */
final class Fold {

  private final Map<String, Known> timeline;
  private final Map<String, Update> added = new LinkedHashMap<>();
  private final Set<String> withdrawn = new LinkedHashSet<>();
  private final Map<Integer, Outcome> outcomes = new HashMap<>();
  private long version;
  private byte @Nullable [] digest;
  private @Nullable WholeCase newest;
  private int newestAt;

  private Fold(long version, byte @Nullable [] digest, Map<String, Known> timeline) {
    this.version = version;
    this.digest = digest;
    this.timeline = new HashMap<>(timeline);
  }

  /**
   * Folds reports about one case.
   *
   * @param version held; 0 when only updates have come
   * @param digest of the body of that version
   * @param timeline what is held under the ids of the updates that the reports name
   * @param reports in the order in which they came
   */
  static Folded of(
      long version,
      byte @Nullable [] digest,
      Map<String, Known> timeline,
      List<? extends Report> reports) {
    var fold = new Fold(version, digest, timeline);
    fold.wholeCases(reports);
    for (var at = 0; at < reports.size(); at++) {
      fold.update(reports.get(at), at);
    }
    return fold.result(reports.size());
  }

  private void wholeCases(List<? extends Report> reports) {
    var whole = new ArrayList<Integer>();
    for (var at = 0; at < reports.size(); at++) {
      if (reports.get(at) instanceof WholeCase) {
        whole.add(at);
      }
    }
    whole.sort(comparingLong(at -> ((WholeCase) reports.get(at)).version()));
    whole.forEach(at -> outcomes.put(at, whole((WholeCase) reports.get(at), at)));
  }

  private Outcome whole(WholeCase told, int at) {
    if (told.version() == version) {
      return digest != null && Digests.same(digest, told.digest())
          ? new Outcome.Stands(Effect.UNCHANGED)
          : new Outcome.Clashes(Conflict.VERSION_WITH_OTHER_BODY, -1);
    }
    for (var i = 0; i < told.updates().size(); i++) {
      if (contradicted(told.updates().get(i))) {
        return new Outcome.Clashes(Conflict.UPDATE_WITH_OTHER_CONTENT, i);
      }
    }
    told.updates().forEach(this::add);
    return told.version() < version
        ? new Outcome.Stands(Effect.SUPERSEDED)
        : becomesNewest(told, at);
  }

  private Outcome becomesNewest(WholeCase told, int at) {
    if (newest != null) {
      outcomes.put(newestAt, new Outcome.Stands(Effect.SUPERSEDED));
    }
    newest = told;
    newestAt = at;
    version = told.version();
    digest = told.digest();
    return new Outcome.Stands(Effect.ACCEPTED);
  }

  private void update(Report report, int at) {
    switch (report) {
      case WholeCase done -> {}
      case AddedUpdate told -> outcomes.put(at, added(told.update()));
      case WithdrawnUpdate told -> outcomes.put(at, withdrawn(told.updateId()));
    }
  }

  private Outcome added(Update update) {
    if (contradicted(update)) {
      return new Outcome.Clashes(Conflict.UPDATE_WITH_OTHER_CONTENT, -1);
    }
    return new Outcome.Stands(add(update) ? Effect.ACCEPTED : Effect.UNCHANGED);
  }

  private Outcome withdrawn(String id) {
    var known = timeline.put(id, Known.WITHDRAWN);
    added.remove(id);
    if (known != null && known.withdrawn()) {
      return new Outcome.Stands(Effect.UNCHANGED);
    }
    withdrawn.add(id);
    return new Outcome.Stands(Effect.ACCEPTED);
  }

  private boolean contradicted(Update update) {
    var known = timeline.get(update.id());
    return known != null && known.contradicts(update.digest());
  }

  private boolean add(Update update) {
    if (timeline.putIfAbsent(update.id(), new Known(update.digest())) != null) {
      return false;
    }
    added.put(update.id(), update);
    return true;
  }

  private Folded result(int reports) {
    var inOrder = new ArrayList<Outcome>(reports);
    for (var at = 0; at < reports; at++) {
      inOrder.add(outcomes.getOrDefault(at, new Outcome.Stands(Effect.UNCHANGED)));
    }
    return new Folded(version, newest, List.copyOf(added.values()), withdrawn, inOrder);
  }

  /** What became of one report. */
  sealed interface Outcome {

    /** It stands. */
    record Stands(Effect effect) implements Outcome {}

    /** It cannot stand beside what is held. */
    record Clashes(Conflict conflict, int update) implements Outcome {}
  }

  /**
   * What is to be written.
   *
   * @param version that is held then
   * @param newest state to write; null when it stays
   * @param added new updates, none of them withdrawn
   * @param withdrawn ids newly withdrawn
   * @param outcomes one for each report, in their order
   */
  record Folded(
      long version,
      @Nullable WholeCase newest,
      List<Update> added,
      Set<String> withdrawn,
      List<Outcome> outcomes) {

    boolean changesNothing() {
      return newest == null && added.isEmpty() && withdrawn.isEmpty();
    }
  }
}
