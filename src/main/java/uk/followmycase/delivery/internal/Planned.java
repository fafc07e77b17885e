package uk.followmycase.delivery.internal;

import uk.followmycase.delivery.Plan;

/**
 * A leased notice with the plan of the person it is for.
 *
 * @param discreet whether it leaves by the force's neutral sender
 */
record Planned(LeasedNotice notice, Plan plan, boolean discreet) {}
