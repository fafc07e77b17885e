package uk.followmycase.identity;

import java.util.UUID;

/** Account of somebody who works for a police force: random, and never a victim's. */
public record StaffId(UUID value) {}
