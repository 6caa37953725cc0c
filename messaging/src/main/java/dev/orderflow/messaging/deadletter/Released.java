package dev.orderflow.messaging.deadletter;

/**
 * What a replay by filter came to.
 *
 * @param letters how many get their turn once more
 * @param more whether there may be others that match: one call takes a limited number
 */
public record Released(int letters, boolean more) {}
