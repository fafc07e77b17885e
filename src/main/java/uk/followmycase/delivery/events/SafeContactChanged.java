package uk.followmycase.delivery.events;

import java.util.List;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** These people may be reached otherwise than before, in the transaction that still runs. */
public record SafeContactChanged(ForceId force, List<Recipient> people) implements ForceBound {}
