package uk.followmycase.invitations.events;

import java.time.Instant;
import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** Whoever opened the link said that it is not for them. */
public record InvitationRefused(
    ForceId force, UUID invitation, UUID caseId, UUID personId, Instant at) implements ForceBound {}
