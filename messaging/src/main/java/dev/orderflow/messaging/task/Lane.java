package dev.orderflow.messaging.task;

/** What a task is, to those that wait beside it. Each lane has its own bound, so that one that is full holds up no other. */
public enum Lane {
    /** Somebody waits for what the call does. */
    CALLS,
    /** It only looks whether something has happened that nearly always was told before. */
    LOOKS
}
