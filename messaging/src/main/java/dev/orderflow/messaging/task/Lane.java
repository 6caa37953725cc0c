package dev.orderflow.messaging.task;

import dev.orderflow.messaging.config.MessagingConfig;

/** What a task is, to those that wait beside it. Each lane has its own bound, so that one that is full holds up no other. */
public enum Lane {
    /** Somebody waits for what the call does. */
    CALLS,
    /** It only looks whether something has happened that nearly always was told before. */
    LOOKS;

    /** So many of its tasks are under way at once. */
    int places(MessagingConfig.Worker config) {
        return switch (this) {
            case CALLS -> config.concurrency();
            case LOOKS -> config.looks();
        };
    }
}
