package uk.followmycase.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Colleague;

/**
 * Who is kept out of the bound force's desk, whatever its provider says of them. It is asked of the
 * database at every request, so that it holds at the next one, on every instance.
 */
public interface StaffExclusions {

  /** Longest reason. */
  int LONGEST_REASON = 500;

  /** All that stand, the latest first. */
  List<Excluded> all();

  /** The one that stands for somebody, whichever of their accounts it names. */
  Optional<Excluded> of(StaffId who);

  /** All known accounts of the person whose account this is: those with the same collar number. */
  Set<StaffId> accounts(StaffId who);

  /**
   * Ends all that somebody has open here, by whatever account, and keeps them out; also by accounts
   * that bring their collar number later.
   *
   * @param why in one's own words; sealed, for colleagues
   */
  Outcome exclude(StaffId who, String why, StaffMember by);

  /**
   * Lets somebody in again. Whoever kept them out leaves that to a colleague, and nobody does it
   * for themselves, by whatever account.
   */
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
   * @param why in that colleague's words; null where they cannot be read
   */
  record Excluded(
      StaffNames.Known who,
      Instant since,
      StaffId byId,
      StaffNames.@Nullable Known by,
      @Nullable String why) {

    /** Whether it is this member of staff who keeps them out, by whatever account. */
    public boolean isBy(StaffMember reader) {
      var number = by == null ? null : by.collarNumber();
      return new Colleague(byId.value().toString(), number).isAlso(reader.colleague());
    }

    @Override
    public String toString() {
      return "exclusion of " + who.id().value();
    }
  }
}
