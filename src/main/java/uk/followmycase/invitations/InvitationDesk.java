package uk.followmycase.invitations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.followmycase.audit.Actor;
import uk.followmycase.cases.PersonId;

/** What the bound force itself does about invitations. */
public interface InvitationDesk {

  /**
   * Makes a code that the force hands over itself, in person or by telephone; an older one dies.
   * For somebody who is in already, it becomes the second factor of signing in.
   *
   * @param reference of the case, written in any of the force's ways
   * @param sourceId the records system's id of the person
   * @param by who asked and will hand it over
   */
  HandOver handOverCode(String reference, String sourceId, Actor by);

  /**
   * Sends a new link; the old one dies when it leaves.
   *
   * @return false when the person has no live invitation
   */
  boolean resend(PersonId person, Actor by);

  /**
   * Takes the invitation back.
   *
   * @return false when the person has no live invitation
   */
  boolean cancel(PersonId person, Actor by);

  /** What became of a request for a code. */
  sealed interface HandOver {

    /**
     * Told once.
     *
     * @param code twelve characters in groups of four
     * @param goodUntil when the link it belongs to ends; null for somebody who is in already
     */
    record Code(String code, @Nullable Instant goodUntil) implements HandOver {}

    /** The force holds no such person on such a case. */
    record NobodyThere() implements HandOver {}

    /** The person is there, but neither invited now nor in. */
    record NotInvited() implements HandOver {}

    /** We send the code to this person ourselves. */
    record NotStrict() implements HandOver {}
  }
}
