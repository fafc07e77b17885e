package uk.followmycase.cases.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.eligibility.PersonFacts;
import uk.followmycase.eligibility.Verdict.Reason;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Decides about people whom the rules leave to a person. A decision covers the grounds that stood
 * when it was made: with something new the person is held again, without it never.
 */
public interface Decisions {

  /** What somebody needs to know before they decide. */
  Optional<Question> question(StaffMember who, Handle task);

  /**
   * Lets the person be invited, reached by this plan only.
   *
   * @param note how it was found to be safe
   */
  Decided approve(StaffMember who, Asked asked, Plan plan, String note);

  /** Leaves the person out, with a reason. */
  Decided refuse(StaffMember who, Asked asked, String note);

  /**
   * The form that somebody fills in.
   *
   * @param seen the question as it stood when the form was made
   * @param once of this form alone: sent twice it has one effect
   */
  record Asked(Handle task, String seen, Handle once) {}

  /**
   * A question.
   *
   * @param name of the person; null where the records system names none
   * @param reasons why the rules leave it to a person
   * @param contacts masked; only those marked safe are ever used
   * @param said what is known of how to reach them
   * @param in whether they have come in already
   * @param seen for the form
   */
  record Question(
      TaskDesk.Shown task,
      @Nullable String name,
      PersonFacts.Role role,
      List<Reason> reasons,
      List<Way> contacts,
      Map<Source, Plan> said,
      boolean in,
      String seen) {

    /** Whether a channel is offered: it has a safe contact that is no other party's, too. */
    public boolean offers(Channel channel) {
      var collision = channel == Channel.TEXT ? "collision-phone" : "collision-email";
      return contacts.stream().anyMatch(way -> way.channel() == channel && way.safe())
          && reasons.stream().noneMatch(reason -> reason.key().equals(collision));
    }

    @Override
    public String toString() {
      return "question of task " + task.line().handle();
    }
  }

  /** A contact that a notice could go to. */
  record Way(Channel channel, String masked, boolean safe, boolean shared) {}

  /** What became of a decision. */
  sealed interface Decided {

    /**
     * It stands, by this form.
     *
     * @param paused whether nothing is sent to the person for now, whoever said so
     * @param file the case, in addresses
     * @param person in addresses
     */
    record Ok(boolean paused, Handle file, Handle person) implements Decided {}

    /**
     * It does not: something changed while the form was filled in.
     *
     * @param now the question as it stands; null when it is no question any more
     * @param by what a colleague has decided; null when something else has changed
     */
    record Stale(@Nullable Question now, @Nullable By by) implements Decided {}

    /** There is no such question for this visitor. */
    record NotThere() implements Decided {}
  }

  /**
   * What was decided.
   *
   * @param who as colleagues know them
   */
  record By(String who, Instant at, boolean approved, String note) {}
}
