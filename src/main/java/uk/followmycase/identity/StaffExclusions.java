package uk.followmycase.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is kept out of the bound force's desk, whatever its provider says of them. It is asked of the
 * database at every request, so that it holds at the next one, on every instance.
 */
public interface StaffExclusions {

  /** Longest reason. */
  int LONGEST_REASON = 500;

  /** All that stand, the latest first. */
  List<Excluded> all();

  /** One that stands. */
  Optional<Excluded> of(StaffId who);

  /**
   * Ends all that somebody has open here, and keeps them out.
   *
   * @param why in one's own words; sealed, for colleagues
   */
  Outcome exclude(StaffId who, String why, StaffMember by);

  /** Lets somebody in again. Whoever kept them out leaves that to a colleague. */
  Outcome readmit(StaffId who, StaffMember by);

  /** What became of it. */
  enum Outcome {
    DONE,
    /** It stands so already; nothing was changed. */
    ALREADY,
    /** Nobody keeps themselves out. */
    OWN,
    /** It wants a second person. */
    SAME_PERSON,
    /** Nobody here is known so. */
    NOT_THERE
  }

  /**
   * Somebody who is kept out.
   *
   * @param by who keeps them out; null where their record is gone
   * @param why in that colleague's words
   */
  record Excluded(
      StaffNames.Known who,
      Instant since,
      StaffId byId,
      StaffNames.@Nullable Known by,
      String why) {

    @Override
    public String toString() {
      return "exclusion of " + who.id().value();
    }
  }
}
