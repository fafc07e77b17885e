package uk.followmycase.cases.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.followmycase.eligibility.PersonFacts.Role;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** Ways into a case that nobody gave one: for a while, and never without a trace. */
public interface Openings {

  /** How long a case stays open for somebody whose caller was checked. */
  Duration CALL = Duration.ofMinutes(30);

  /** How long a case stays open behind broken glass. */
  Duration GLASS = Duration.ofMinutes(60);

  /** Longest reason, in characters. */
  int LONGEST_REASON = 1000;

  /** Shortest reason that can be one. */
  int SHORTEST_REASON = 20;

  /**
   * Whether somebody may do this to a case now, for the page that asks; a refusal leaves a trace.
   */
  boolean offered(StaffMember who, Handle file, Act way);

  /**
   * Who of a case may be on the telephone and may be told of it, for those who are to find out; it
   * leaves a trace. Whoever may not see the case now is not among them.
   *
   * @return empty where there is no such case, or it is not theirs to open so
   */
  Optional<List<Callable>> callable(StaffMember who, Handle file);

  /** Keeps that one of these is present, and how they were checked. */
  Opened caller(StaffMember who, Handle file, Handle person, Check check);

  /** Opens a case for a reason that a supervisor will read; one that stands open stays as it is. */
  Opened breakGlass(StaffMember who, Handle file, String reason);

  /** How a caller was checked. None of it is something that an ex-partner knows. */
  enum Check {
    /** Called back on a safe number that the case has. */
    CALLED_BACK,
    /** Showed a document at the counter. */
    DOCUMENT,
    /** The officer or a colleague knows the person. */
    KNOWN
  }

  /**
   * Somebody who may call: as much of them as helps to find out whether it is they.
   *
   * @param initials of the name; empty where none is known
   * @param numbers ends of the telephone numbers on which they are safe to be called now
   * @param voicemail whether a message may be left there
   */
  record Callable(
      Handle person, Role role, String initials, List<String> numbers, boolean voicemail) {

    public Callable {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String toString() {
      return role + " who may call";
    }
  }

  /** What became of it. */
  enum Opened {
    OPEN,
    /** The reason is too short to be one, or too long. */
    NO_REASON,
    /** No such case or person, or not theirs to open. */
    NOT_THERE
  }
}
