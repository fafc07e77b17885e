package uk.followmycase.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.keys.Handle;

/**
 * Invitations as a force's staff deal with them. Each call asks the desk's policy in the
 * transaction of its effect; what is absent, another force's or not allowed is answered alike.
 */
public interface DeskInvitations {

  /** How somebody's invitation stands. */
  Optional<Sight> show(StaffMember who, Handle file, Handle person);

  /** Asks somebody in whom the verdict allows and nobody asks just now. */
  Done invite(StaffMember who, Handle file, Handle person);

  /** Sends a new link; the old one dies when it leaves. */
  Done resend(StaffMember who, Handle file, Handle person);

  /** Takes the invitation back. */
  Done cancel(StaffMember who, Handle file, Handle person);

  /**
   * Makes a code for somebody invited that is told once, to be handed over in person or on a safe
   * telephone number.
   */
  Optional<InvitationDesk.HandOver> handOver(StaffMember who, Handle file, Handle person);

  /**
   * The same for somebody who is in: the code that they had is worth nothing from now on, and they
   * are told so by the ways that are safe for them.
   */
  Optional<InvitationDesk.HandOver> replaceCode(StaffMember who, Handle file, Handle person);

  /**
   * How it stands.
   *
   * @param state the last invitation's; null when there was none
   * @param strict whether the force hands the code over itself
   * @param codeMade whether a code has been handed over that is still good
   * @param wish {@code en}, {@code cy}, or null when never asked
   * @param acts everything that the visitor may do to the case
   */
  record Sight(
      @Nullable Standing state,
      boolean strict,
      boolean codeMade,
      @Nullable Instant sentAt,
      @Nullable Instant endsAt,
      boolean eligible,
      boolean in,
      @Nullable String wish,
      Set<Act> acts) {

    public Sight {
      acts = Set.copyOf(acts);
    }

    /** Whether somebody is asked in just now. */
    public boolean live() {
      return state == Standing.WAITING || state == Standing.SENT || state == Standing.PROVED;
    }

    /** Whether the visitor may hand over a code now. */
    public boolean takesCode() {
      return acts.contains(Act.HAND_OVER_CODE) && strict && live();
    }

    /** Whether the visitor may put a new code in the place of the one that opens the door. */
    public boolean takesNewCode() {
      return acts.contains(Act.REPLACE_CODE) && strict && in && !live();
    }
  }

  /** Where an invitation stands. */
  enum Standing {
    WAITING,
    SENT,
    PROVED,
    ACCEPTED,
    REFUSED,
    CANCELLED,
    EXPIRED
  }

  /** What became of an act. */
  enum Done {
    DONE,
    /** It stands otherwise than was thought. */
    NOT_NOW,
    /** No safe contact is left that an invitation could go to. */
    UNREACHABLE,
    /** No such person, or not theirs to act on. */
    NOT_THERE
  }
}
