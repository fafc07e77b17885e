package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Notices.Waiting;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/** How people on cases may safely be reached, for those who work on the case. */
public interface PlanDesk {

  /** What is known of somebody; empty when there is no such person, or not theirs to see. */
  Optional<Shown> show(StaffMember who, Handle file, Handle person);

  /** Says what the officers of the case know, in place of what they said before. */
  Done say(StaffMember who, Handle file, Handle person, Wish wish);

  /**
   * What is known of somebody.
   *
   * @param holds of each thing the safer word
   * @param said by whom
   * @param waiting what has not left, and until when
   * @param history everything that was said, the newest first
   * @param givenUp channels of contacts that came back, or whose reader said that they are not for
   *     them
   * @param seen for the form
   */
  record Shown(
      Plan holds,
      Map<Source, Plan> said,
      List<Waiting> waiting,
      Set<Channel> givenUp,
      List<Remark> history,
      String seen) {}

  /**
   * What somebody said once.
   *
   * @param who as colleagues know them; empty for who is not staff
   */
  record Remark(Instant at, Source source, String who, Plan plan, @Nullable String note) {

    @Override
    public String toString() {
      return source + " at " + at;
    }
  }

  /**
   * What an officer wants.
   *
   * @param seen what was known when the form was made
   * @param note how it was found to be safe; may be empty
   * @param takeUp whether what was given up is theirs after all, as the person says
   */
  record Wish(String seen, Plan plan, String note, boolean takeUp) {

    @Override
    public String toString() {
      return "wish about a plan";
    }
  }

  /** What became of it. */
  enum Done {
    DONE,
    /** Somebody said something meanwhile: it has to be read first. */
    OVERTAKEN,
    /** No such person, or not theirs to act on. */
    NOT_THERE
  }
}
