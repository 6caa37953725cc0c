package dev.orderflow.client.model;

import java.time.Instant;

/**
 * Which orders; null is any.
 *
 * @param from placed at this time or later
 * @param to placed before this time
 * @param customerId for operators: whose
 */
public record OrderFilter(OrderStatus status, Instant from, Instant to, String customerId) {

    public static OrderFilter all() {
        return new OrderFilter(null, null, null, null);
    }

    public OrderFilter in(OrderStatus wanted) {
        return new OrderFilter(wanted, from, to, customerId);
    }

    public OrderFilter placedBetween(Instant first, Instant end) {
        return new OrderFilter(status, first, end, customerId);
    }

    public OrderFilter of(String customer) {
        return new OrderFilter(status, from, to, customer);
    }
}
