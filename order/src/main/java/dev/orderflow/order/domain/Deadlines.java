package dev.orderflow.order.domain;

import java.time.Duration;

/** How long a saga waits in each status before it is cancelled or becomes stuck. */
@FunctionalInterface
public interface Deadlines {

    /** @return null for a status in which nothing is waited for */
    Duration of(OrderStatus status);
}
