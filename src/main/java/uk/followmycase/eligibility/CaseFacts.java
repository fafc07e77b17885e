package uk.followmycase.eligibility;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules may look at in a case.
 *
 * @param reference normalised reference; feeds the stable percentage
 * @param offence Home Office classification {@code nnn/nn}; null for an incident without one
 * @param occurredOn first day of the offence in the force's zone, if known
 * @param reportedOn day of the report in the force's zone, if known
 * @param area the force's own code for a place, if known
 * @param closed whether the case stands at {@code CLOSED}
 */
public record CaseFacts(
    String reference,
    @Nullable String offence,
    Set<Flag> flags,
    @Nullable LocalDate occurredOn,
    @Nullable LocalDate reportedOn,
    @Nullable String area,
    boolean closed) {}
