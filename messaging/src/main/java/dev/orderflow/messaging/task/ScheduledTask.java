package dev.orderflow.messaging.task;

import dev.orderflow.messaging.journal.Cause;

/** A task together with what led to it. */
public record ScheduledTask(NewTask task, Cause cause) {}
