package uk.followmycase.delivery.internal;

import java.util.UUID;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceId;

/**
 * A head that this worker may work on.
 *
 * @param channel by which it is to go, if its plan still has it so
 * @param token fences off every earlier lease of the same head
 * @param tries that failed before
 * @param takenOver whether an earlier worker was lost while it held the head
 */
record Lease(
    ForceId force,
    UUID notice,
    Urgency urgency,
    Channel channel,
    long token,
    int tries,
    boolean takenOver) {}
