package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Whose cases somebody must not see: one's own by name, and whatever else one or one's supervisor
 * names. It beats every right, and nobody takes back what keeps themselves out.
 */
public interface Conflicts {

  /** What one must not see oneself, by whatever account, oldest first. */
  List<Conflict> own(StaffMember who);

  /**
   * What somebody else's collar number must not see, and a trace that it was read. A supervisor
   * knows what was named for those who work on cases of the own units, or on none yet; the data
   * protection officer for everybody, also what they named themselves.
   *
   * @return empty unless it is theirs to know
   */
  Optional<List<Conflict>> of(StaffMember who, String collarNumber);

  /**
   * Who has a collar number, as colleagues know them: so that whoever names something for somebody
   * sees for whom. Empty where nobody of that number is known, and unless it is theirs to know.
   */
  Optional<String> named(StaffMember who, String collarNumber);

  /** Names something for oneself, whatever account one comes by; the same again changes nothing. */
  Outcome declare(StaffMember who, Kind kind, String written);

  /** Names something for somebody else. */
  Outcome add(StaffMember who, String collarNumber, Kind kind, String written);

  /**
   * Takes back what was named for somebody else; what they named themselves only the data
   * protection officer takes back. False when there is none, or it is not theirs to take back.
   */
  boolean lift(StaffMember who, Handle conflict);

  /** What is named. */
  enum Kind {
    /** A person: oneself under another name, family, friends. */
    NAME,
    PHONE,
    EMAIL,
    ADDRESS
  }

  /**
   * Something named.
   *
   * @param written as it was
   * @param collarNumber for whom it was named; null where they did so themselves
   */
  record Conflict(
      Handle handle, Kind kind, String written, Instant since, @Nullable String collarNumber) {}

  /** What became of it. */
  enum Outcome {
    KEPT,
    /** It cannot be compared with anything. */
    NOT_READABLE,
    NOT_ALLOWED
  }
}
