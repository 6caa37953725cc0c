package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.OrderStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * Which orders of a list, newest first; a null criterion does not restrict.
 *
 * @param customerId null only for an operator: everybody's
 * @param from placed at this time or later
 * @param to placed before this time
 * @param after the last row of the page before; null for the first page
 */
public record OrderFilter(String customerId, OrderStatus status, Instant from, Instant to, After after) {

    /** A row's sort key. */
    public record After(Instant at, UUID id) {}
}
