package uk.followmycase.delivery.events;

import java.util.List;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** It is time to ask these people again how they may be reached. */
public record PlansToReview(ForceId force, List<Recipient> people) implements ForceBound {}
