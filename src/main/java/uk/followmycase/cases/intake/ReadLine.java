package uk.followmycase.cases.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Report;

/** Reads one line of a stream. */
@Component
class ReadLine {

  private final StrictJson json;
  private final ReadCase reading;

  ReadLine(StrictJson json, ReadCase reading) {
    this.json = json;
    this.reading = reading;
  }

  Line read(long number, byte[] raw) {
    if (raw == RawLines.TOO_LONG) {
      return Line.wrong(number, 0, Bodies.tooLarge().body());
    }
    var faults = new Faults();
    try {
      var body = json.read(raw, LineBody.class, faults);
      return read(number, raw.length, body, faults);
    } catch (Malformed malformed) {
      var problem = Problem.MALFORMED.body(List.of(malformed.fault()));
      return Line.wrong(number, raw.length, problem);
    }
  }

  private Line read(long number, int size, LineBody body, Faults faults) {
    var notes = new Faults();
    var fields = Stream.of(body.wholeCase(), body.update(), body.withdrawal());
    if (fields.filter(Objects::nonNull).count() != 1) {
      faults.add("", "Wants exactly one field", "Give one of: case, update, withdrawal");
    }
    var report = faults.none() || body.wholeCase() != null ? report(body, faults, notes) : null;
    return report == null || !faults.none()
        ? Line.wrong(number, size, Problem.INVALID.body(faults.list()))
        : Line.right(number, size, report, "/" + name(body), notes);
  }

  private @Nullable Report report(LineBody body, Faults faults, Faults notes) {
    var at = new Field("/" + name(body), faults);
    if (body.wholeCase() != null) {
      return reading.wholeCase(body.wholeCase(), at, notes);
    }
    if (body.update() != null) {
      return reading.added(body.update(), at);
    }
    return body.withdrawal() == null ? null : reading.withdrawn(body.withdrawal(), at);
  }

  private static String name(LineBody body) {
    if (body.wholeCase() != null) {
      return "case";
    }
    return body.update() != null ? "update" : "withdrawal";
  }
}
