package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * What staff tell victims on the timeline of a case. Nothing is changed that was told: what was
 * wrong goes, and the right stands as a correction.
 */
public interface TimelineDesk {

  /** Longest text of an update, in characters. */
  int LONGEST = 2_000;

  /** The timeline, newest first, for those who may write on it. */
  Optional<Timeline> read(StaffMember who, Handle file);

  /**
   * Tells something. The same form sent twice tells it once; sent again with other words it tells
   * nothing, and is {@link Done#NOT_NOW}.
   */
  Done post(StaffMember who, Handle file, Note note);

  /**
   * Takes an update away, and tells what is right: both, or nothing where a colleague was quicker.
   * The same form sent twice does it once.
   */
  Done correct(StaffMember who, Handle file, Handle line, Note note);

  /** Takes an update away for good, also if the records system sends it again. */
  Done withdraw(StaffMember who, Handle file, Handle line);

  /**
   * Something to tell; either text or reason stands.
   *
   * @param text in one's own words
   * @param reason key in the force's reason bank
   * @param once of this form alone
   */
  record Note(UpdateKind kind, @Nullable String text, @Nullable String reason, Handle once) {

    @Override
    public String toString() {
      return kind + " note";
    }
  }

  /**
   * A timeline.
   *
   * @param outcome of the case; null where there is none
   * @param reasonsWanted whether the case is closed and the victim has no reasons yet
   * @param acts everything that the reader may do to the case
   */
  record Timeline(
      Handle file,
      String reference,
      @Nullable String outcome,
      boolean reasonsWanted,
      List<Line> lines,
      Set<Act> acts) {

    public Timeline {
      acts = Set.copyOf(acts);
    }
  }

  /** An update. */
  record Line(
      Handle handle, Instant at, UpdateKind kind, @Nullable String text, @Nullable String reason) {}

  /** What became of it. */
  enum Done {
    DONE,
    /** The update is not there any more, or the form has told something else. */
    NOT_NOW,
    /** No such case, or not theirs to write on. */
    NOT_THERE
  }
}
