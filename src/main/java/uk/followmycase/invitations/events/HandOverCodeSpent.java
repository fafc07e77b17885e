package uk.followmycase.invitations.events;

import java.time.Instant;
import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** Too many wrong tries killed a code that the force had handed over; it must hand over another. */
public record HandOverCodeSpent(
    ForceId force, UUID invitation, UUID caseId, UUID personId, Instant at) implements ForceBound {}
