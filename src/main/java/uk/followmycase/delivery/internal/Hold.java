package uk.followmycase.delivery.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Notices.Held;

/**
 * A notice that has to wait.
 *
 * @param until null when nobody can say
 * @param again when it is looked at again
 */
record Hold(UUID notice, Held why, @Nullable Instant until, Instant again) {}
