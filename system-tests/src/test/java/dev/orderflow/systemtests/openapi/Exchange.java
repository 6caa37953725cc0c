package dev.orderflow.systemtests.openapi;

import java.util.Set;

/** What a request was answered. */
record Exchange(Trial trial, ApiAnswer answer) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    boolean isRefused() {
        return answer.status() >= 400;
    }

    /** Whether it may have changed something, and begun more. */
    boolean hasEffect() {
        return !isRefused() && !READING.contains(trial.request().method());
    }
}
