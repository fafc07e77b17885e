package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.UUID;
import uk.followmycase.audit.Actor;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans.Source;

/**
 * What a source said, as it is stored.
 *
 * @param sealed all of it, with the note, for the history
 */
record PlanSaid(
    UUID id, Recipient person, Source source, Plan plan, Actor by, Instant at, byte[] sealed) {}
