package uk.followmycase.identity;

import java.util.UUID;

/** A person's account: random, of no force. */
public record AccountId(UUID value) {}
