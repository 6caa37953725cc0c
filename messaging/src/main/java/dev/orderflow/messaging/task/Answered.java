package dev.orderflow.messaging.task;

import dev.orderflow.messaging.journal.Cause;

/**
 * A call that was answered, and is to be recorded.
 *
 * @param cause the trace of this call, for what is appended and scheduled because of it
 */
public record Answered<P, R>(Task task, P payload, R answer, Cause cause) {}
