package uk.followmycase.tenancy.events;

import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Switch;

/**
 * Somebody stopped a part of the product, or let it go on, in the transaction that still runs.
 *
 * @param everywhere whether for all forces
 * @param by id of a member of staff
 */
public record SwitchTurned(ForceId force, Switch what, boolean off, boolean everywhere, UUID by)
    implements ForceBound {}
