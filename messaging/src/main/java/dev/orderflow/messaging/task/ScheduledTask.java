package dev.orderflow.messaging.task;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import java.util.UUID;

/**
 * A task together with what led to it.
 *
 * @param id the task's own from now on
 */
public record ScheduledTask(UUID id, NewTask task, Cause cause) {

    public static ScheduledTask of(NewTask task, Cause cause) {
        return new ScheduledTask(EventIds.next(), task, cause);
    }
}
