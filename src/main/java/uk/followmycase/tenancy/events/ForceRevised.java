package uk.followmycase.tenancy.events;

import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** A changed set of files became the force's new revision. */
public record ForceRevised(ForceId force, int revision) implements ForceBound {}
