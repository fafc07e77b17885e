package uk.followmycase.delivery.internal;

import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.tenancy.Force;

/**
 * A leased notice with the plan of the person it is for.
 *
 * @param discreet whether it leaves by the force's neutral sender
 */
record Planned(LeasedNotice notice, Plan plan, boolean discreet) {

  /** A code knows no case and so no plan: it never shows the force's name where it need not. */
  static Planned of(LeasedNotice notice, Plan plan, Force force) {
    var discreet =
        plan.neutral()
            || (notice.kind().neverTwice()
                && Senders.of(force, notice.channel(), true).isPresent());
    return new Planned(notice, plan, discreet);
  }

  /** Whether the plan lets it go by its channel. */
  boolean passes(Force force) {
    return passes(notice.channel(), force);
  }

  /** One that may not show the force's name needs a sender that does not. */
  boolean passes(Channel channel, Force force) {
    return plan.channels().contains(channel)
        && (!plan.neutral() || Senders.of(force, channel, true).isPresent());
  }
}
