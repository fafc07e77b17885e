package uk.followmycase.cases.webhook;

import java.time.Instant;
import uk.followmycase.cases.events.TasksChanged.Changed;
import uk.followmycase.tenancy.keys.Handle;

/**
 * That a task changed, to be told.
 *
 * @param id the same whenever it is told again
 */
record TaskEvent(Handle id, Changed changed, Instant madeAt) {}
