package uk.followmycase.cases.internal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.followmycase.cases.Report.Person;
import uk.followmycase.cases.Report.WholeCase;
import uk.followmycase.eligibility.CollisionRegister;
import uk.followmycase.eligibility.CollisionRegister.Kind;
import uk.followmycase.eligibility.CollisionRegister.Mark;
import uk.followmycase.tenancy.Stage;
import uk.followmycase.tenancy.keys.ForceKeys;

/** What a whole case tells the collision register. */
final class CaseMarks {

  private CaseMarks() {}

  /**
   * Everybody's marks.
   *
   * @param ids row id of each person; before they are known any will do to wait in the right queue
   */
  static CollisionRegister.CaseMarks of(UUID caseId, WholeCase told, Function<Person, UUID> ids) {
    var marks = new ArrayList<>(told.others());
    for (var person : told.people()) {
      var id = ids.apply(person);
      marks.add(new Mark(id, Kind.SOURCE_ID, person.mark()));
      for (var point : person.points()) {
        if (point.digest() != null) {
          marks.add(new Mark(id, point.kind(), point.digest()));
        }
      }
    }
    return new CollisionRegister.CaseMarks(caseId, told.state().stage() != Stage.CLOSED, marks);
  }

  /** One digest of all marks, by which an unchanged case leaves the register alone. */
  static byte[] digest(WholeCase told, ForceKeys keys) {
    var lines = new ArrayList<String>();
    told.others().forEach(mark -> lines.add(line("other", mark.kind(), mark.digest())));
    for (var person : told.people()) {
      lines.add(person.id());
      for (var point : person.points()) {
        if (point.digest() != null) {
          lines.add(line(person.id(), point.kind(), point.digest()));
        }
      }
    }
    return keys.blind("marks of a case", joined(told, lines));
  }

  private static String joined(WholeCase told, List<String> lines) {
    return lines.stream()
        .sorted()
        .collect(
            Collectors.joining("\n", told.state().stage() == Stage.CLOSED ? "past\n" : "", ""));
  }

  private static String line(String whose, Kind kind, byte[] digest) {
    return whose + ' ' + kind + ' ' + HexFormat.of().formatHex(digest);
  }
}
