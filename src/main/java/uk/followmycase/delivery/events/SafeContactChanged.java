package uk.followmycase.delivery.events;

import java.util.List;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/**
 * These people may be reached otherwise than before, in the transaction that still runs.
 *
 * @param contactGivenUp whether one of their contacts came back or was refused by its reader: what
 *     was sent there did not reach them
 */
public record SafeContactChanged(ForceId force, List<Recipient> people, boolean contactGivenUp)
    implements ForceBound {}
