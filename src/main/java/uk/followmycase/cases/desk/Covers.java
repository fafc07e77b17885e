package uk.followmycase.cases.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Who works on an officer's cases for a while. */
public interface Covers {

  /** The longest that one officer may cover for another without being asked again. */
  int MOST_DAYS = 92;

  /** Covers that stand in the units of whoever asks, soonest end first. */
  List<Cover> standing(StaffMember who);

  /**
   * Lets an officer work on another's cases, in the units that whoever says so answers for. The
   * same again changes nothing.
   *
   * @param officer collar number of the officer in the case
   * @param by collar number of the one who covers
   * @param until the last day
   */
  Outcome set(StaffMember who, String officer, String by, LocalDate until);

  /** What would become of it, were it said now. */
  Outcome check(StaffMember who, String officer, String by, LocalDate until);

  /**
   * Who has these collar numbers, as colleagues know them: so that whoever sets a cover sees for
   * whom. Nothing is told to those who set none.
   */
  Pair named(StaffMember who, String officer, String by);

  /** Ends a cover of their units; false when there is none. */
  boolean end(StaffMember who, Handle cover);

  /** One officer for another. */
  record Cover(
      Handle handle, String officer, String by, LocalDate until, Instant setAt, Pair named) {

    /** The same, with the names of the two. */
    public Cover named(Pair names) {
      return new Cover(handle, officer, by, until, setAt, names);
    }
  }

  /**
   * Names of two.
   *
   * @param officer null where nobody of that number is known
   * @param by the same
   */
  record Pair(@Nullable String officer, @Nullable String by) {

    /** Where neither is known. */
    public static final Pair UNKNOWN = new Pair(null, null);

    @Override
    public String toString() {
      return "names of two officers";
    }
  }

  /** What became of it. */
  enum Outcome {
    SET,
    /** Not their act. */
    NOT_ALLOWED,
    /** The officer has no open case in their units, or the other is no collar number. */
    NO_SUCH_OFFICER,
    /** The same officer twice. */
    SAME_OFFICER,
    /** In the past, or too far ahead. */
    NOT_A_DAY
  }
}
