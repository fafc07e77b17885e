package uk.followmycase.invitations.events;

import java.time.Instant;
import java.util.UUID;
import uk.followmycase.tenancy.ForceBound;
import uk.followmycase.tenancy.ForceId;

/** The invited person is in. */
public record InvitationAccepted(
    ForceId force, UUID invitation, UUID caseId, UUID personId, Instant at) implements ForceBound {}
