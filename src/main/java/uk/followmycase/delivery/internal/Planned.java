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

  /** A code knows no case and so no plan: it never shows the force's name. */
  static Planned of(LeasedNotice notice, Plan plan) {
    return new Planned(notice, plan, plan.neutral() || notice.kind().neverTwice());
  }

  /** Whether the plan lets it go by its channel. */
  boolean passes(Force force) {
    return passes(notice.channel(), force);
  }

  /** One that may not show the force's name needs a sender that does not. */
  boolean passes(Channel channel, Force force) {
    return plan.channels().contains(channel)
        && (!discreet || Senders.of(force, channel, true).isPresent());
  }
}
