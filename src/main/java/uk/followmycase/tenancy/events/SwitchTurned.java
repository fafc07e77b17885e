package uk.followmycase.tenancy.events;

import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Switch;
import uk.followmycase.tenancy.Switches.Scope;

/**
 * Somebody stopped a part of the product, or let it go on, in the transaction that still runs.
 *
 * @param scope whose word it is
 * @param by id of a member of staff or national administrator
 */
public record SwitchTurned(ForceId force, Switch what, boolean off, Scope scope, UUID by)
    implements ForceBound {}
