package dev.orderflow.messaging.control;

import java.time.Instant;

/**
 * A switch that was touched.
 *
 * @param version one more for each change
 * @param changedAt when it was turned last, by the database's clock
 */
public record SwitchState(String name, boolean on, long version, Instant changedAt) {}
