package uk.followmycase.tenancy;

/**
 * A force as its current revision describes it.
 *
 * @param id the tenancy
 * @param slug its folder under {@code tenants/}: lower-case letters and hyphens
 * @param revision the number of the immutable set of files this was read from; verdicts and notices
 *     keep it
 * @param settings what {@code force.yaml} says, laid over the defaults
 */
public record Force(ForceId id, String slug, int revision, ForceSettings settings) {}
