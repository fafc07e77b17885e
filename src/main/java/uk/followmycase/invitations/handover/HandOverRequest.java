package uk.followmycase.invitations.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Whose code is wanted.
 *
 * @param reference of the case, written in any of the force's ways
 * @param sourceId the records system's id of the person
 */
record HandOverRequest(
    @NotBlank @Size(max = 50) String reference, @NotBlank @Size(max = 50) String sourceId) {}
