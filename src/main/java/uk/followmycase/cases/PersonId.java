package uk.followmycase.cases;

import java.util.UUID;

/** A person on one case: the same human being on another case is another row. */
public record PersonId(UUID value) {}
