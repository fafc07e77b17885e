package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.followmycase.cases.Report;
import uk.followmycase.cases.Report.AddedUpdate;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.cases.Report.WithdrawnUpdate;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * What a batch tells of one case.
 *
 * @param reports in the order in which they came
 * @param positions of the reports in the batch
 * @param updates digests of the ids of all updates that the reports name
 */
record Told(
    Digest reference, List<Report> reports, List<Integer> positions, Map<String, Digest> updates) {

  /** The cases of a batch, in the order in which they are locked. */
  static List<Told> byCase(List<? extends Report> batch, ForceKeys keys) {
    Map<Digest, Told> cases = new TreeMap<>();
    for (var at = 0; at < batch.size(); at++) {
      var report = batch.get(at);
      var reference = digest(report.reference().normalised(), keys);
      var told = cases.computeIfAbsent(reference, Told::nothing);
      told.reports.add(report);
      told.positions.add(at);
      updateIds(report)
          .forEach(id -> told.updates.computeIfAbsent(id, updateId -> update(updateId, keys)));
    }
    return List.copyOf(cases.values());
  }

  /** The keyed digest by which a case is found. */
  static Digest digest(String normalised, ForceKeys keys) {
    return Digest.of(keys.blind("case reference", normalised));
  }

  private static Told nothing(Digest reference) {
    return new Told(reference, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
  }

  List<WholeCase> wholeCases() {
    return reports.stream().filter(WholeCase.class::isInstance).map(WholeCase.class::cast).toList();
  }

  private static Stream<String> updateIds(Report report) {
    return switch (report) {
      case WholeCase told -> told.updates().stream().map(Update::id);
      case AddedUpdate told -> Stream.of(told.update().id());
      case WithdrawnUpdate told -> Stream.of(told.updateId());
    };
  }

  private static Digest update(String id, ForceKeys keys) {
    return Digest.of(keys.blind("update of a case", id));
  }
}
