package uk.followmycase.cases.internal;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Marks;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Forces;

/** A member of staff as the statements about bonds ask for them. */
@Component
class Asking {

  private static final Pattern SPACES = Pattern.compile("[\\s,]+");
  private static final Pattern NUMBER = Pattern.compile("\\(?[A-Z]{0,2}\\d+\\)?");

  /** What stands before names at work and in no case file. */
  private static final Set<String> RANKS =
      Set.of(
          "pc",
          "dc",
          "ps",
          "ds",
          "sgt",
          "di",
          "insp",
          "ci",
          "dci",
          "ch",
          "supt",
          "dsu",
          "dcs",
          "acc",
          "dcc",
          "cc",
          "tdc",
          "a/ps",
          "a/ds",
          "t/ps",
          "t/ds",
          "det",
          "con",
          "pcso",
          "constable",
          "sergeant",
          "inspector",
          "chief",
          "superintendent",
          "detective",
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr");

  private final Marks marks;
  private final Forces forces;
  private final Clock clock;

  Asking(Marks marks, Forces forces, Clock clock) {
    this.marks = marks;
    this.forces = forces;
    this.clock = clock;
  }

  /** Values for the statements of {@link Ties}. */
  Map<String, Object> as(StaffMember who) {
    var values = new HashMap<String, Object>();
    values.put("staff", who.id().value());
    values.put("collar", collar(who));
    values.put("units", units(who));
    values.put("names", new SqlArrayValue("bytea", names(who)));
    values.put("today", today());
    values.put("now", Timestamp.from(clock.instant()));
    return values;
  }

  /** The day at the force. */
  Date today() {
    return Date.valueOf(forces.current().settings().day(clock.instant()));
  }

  /** No collar number is nobody's, so that nothing is found by it. */
  static String collar(StaffMember who) {
    return who.collarNumber() == null ? "" : who.collarNumber();
  }

  /** Digests of the units that they work in or answer for. */
  SqlArrayValue units(StaffMember who) {
    var digests = who.units().stream().map(marks::unit).toArray(byte[][]::new);
    return new SqlArrayValue("bytea", (Object[]) digests);
  }

  /** A name of one word would be many people's. */
  private byte[][] names(StaffMember who) {
    var name = plain(who.displayName());
    var digest = name.contains(" ") ? marks.name(name) : null;
    return digest == null ? new byte[0][] : new byte[][] {digest};
  }

  static String plain(String displayName) {
    return Stream.of(SPACES.split(displayName.strip()))
        .filter(word -> !RANKS.contains(word.toLowerCase(Locale.ROOT).replace(".", "")))
        .filter(word -> !NUMBER.matcher(word).matches())
        .collect(Collectors.joining(" "));
  }
}
