package dev.orderflow.client.model;

/**
 * How long orders take for a step of their saga, to three significant digits.
 *
 * @param step {@code placed-confirmed} and others
 * @param p50Millis half of them took no longer
 */
public record Latency(String step, long orders, long p50Millis, long p99Millis, long maxMillis) {}
