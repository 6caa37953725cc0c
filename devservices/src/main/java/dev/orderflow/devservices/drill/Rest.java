package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.load.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long it took until nothing moved any more. */
record Rest(Duration untilFinal, Duration untilSettled) {

    /** @param lastFault when the last process was back and the last fault over */
    static Rest of(List<Purchase> purchases, List<Order> orders, Instant lastFault, Instant settled) {
        Map<String, Instant> answered = purchases.stream()
                .filter(Purchase::isTaken)
                .collect(Collectors.toMap(Purchase::orderId, Purchase::answeredAt, (one, other) -> one));
        Duration untilFinal = orders.stream()
                .map(order -> Duration.between(
                        later(lastFault, answered.getOrDefault(order.id(), lastFault)), order.updatedAt()))
                .max(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        Instant lastOrder =
                orders.stream().map(Order::updatedAt).max(Instant::compareTo).orElse(lastFault);
        return new Rest(untilFinal, Duration.between(later(lastFault, lastOrder), settled));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
