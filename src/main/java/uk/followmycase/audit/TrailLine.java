package uk.followmycase.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail as it is read.
 *
 * @param cases that it was about; none is told of records systems and jobs, whose lines are about
 *     very many
 */
public record TrailLine(
    Instant at,
    Actor actor,
    AuditAction action,
    @Nullable UUID recipient,
    @Nullable String detail,
    List<UUID> cases) {}
