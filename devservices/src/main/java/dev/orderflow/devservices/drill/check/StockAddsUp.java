package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Shelf;
import java.util.List;
import java.util.stream.Stream;

/** What left the house, by what became of the orders, against what is on the shelves. */
final class StockAddsUp implements Invariant {

    @Override
    public String words() {
        return "onHand = start - dispatched + restocked, nothing reserved, nothing held, and the gate knows it";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return Stream.concat(
                seen.shelves().stream().flatMap(shelf -> judged(shelf, seen.orders())),
                seen.holds() == 0 ? Stream.empty() : Stream.of(violation("redis", "no holds", seen.holds())));
    }

    private Stream<Violation> judged(Shelf shelf, List<Order> orders) {
        long expected = shelf.start() - gone(shelf.sku(), orders);
        String level = Long.toString(expected);
        return Stream.of(
                        shelf.onHand() == expected ? null : violation(shelf.sku(), expected, shelf.onHand()),
                        shelf.reserved() == 0 ? null : violation(shelf.sku(), "none reserved", shelf.reserved()),
                        shelf.level().equals(level)
                                ? null
                                : violation(shelf.sku(), level + " by the gate", "'" + shelf.level() + "'"))
                .filter(violation -> violation != null);
    }

    /** A parcel that came back was restocked. */
    private static long gone(String sku, List<Order> orders) {
        return orders.stream()
                .filter(order -> order.status().equals("DELIVERED"))
                .mapToLong(order -> order.lines().getOrDefault(sku, 0))
                .sum();
    }
}
