package dev.orderflow.messaging.deadletter;

import java.time.Instant;

/**
 * Somebody's wish to be forgotten.
 *
 * @param subject whose: a value of a field of their events' payloads, a customer's id for example
 * @param at when that was asked for: what happened after it may be remembered
 */
public record Erasure(String subject, Instant at) {}
