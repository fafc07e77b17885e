package uk.followmycase.cases;

import java.util.UUID;

/** A case file's row id. It never leaves the server. */
public record CaseId(UUID value) {}
