package uk.followmycase.delivery.events;

import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** The word of an update came back, and there is another safe way. In the running transaction. */
public record UpdateCameBack(ForceId force, Recipient person) implements ForceBound {}
