package dev.orderflow.order.application;

import dev.orderflow.messaging.journal.Cause;

/**
 * An order that is being placed.
 *
 * @param cause the request that brought it
 */
public record Placing(NewOrder order, Cause cause) {}
