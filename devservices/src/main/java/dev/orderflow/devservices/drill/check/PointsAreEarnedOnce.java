package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Moved;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.load.Purchase;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts anew from the orders: a drill is paid in euros, each of which is a point. */
final class PointsAreEarnedOnce implements Invariant {

    @Override
    public String words() {
        return "each delivered order has earned its points once, each returned one has lost them once, and balances are their"
                + " sums; who was erased has none";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, List<Long>> expected = expected(seen);
        return Stream.concat(movements(seen, expected), balances(seen, expected));
    }

    private static Map<String, List<Long>> expected(Observations seen) {
        Set<String> erased = seen.purchases().stream()
                .filter(Purchase::isErased)
                .map(Purchase::orderId)
                .collect(Collectors.toSet());
        return seen.orders().stream()
                .collect(Collectors.toMap(
                        Order::id, order -> erased.contains(order.id()) ? List.of() : expected(order)));
    }

    private static List<Long> expected(Order order) {
        long points = order.total().setScale(0, RoundingMode.DOWN).longValueExact();
        return switch (points == 0 ? "" : order.status()) {
            case "DELIVERED" -> List.of(points);
            case "RETURNED" -> List.of(points, -points);
            default -> List.of();
        };
    }

    private Stream<Violation> movements(Observations seen, Map<String, List<Long>> expected) {
        Map<String, List<Long>> moved = seen.points().moved().stream()
                .collect(Collectors.groupingBy(Moved::order, Collectors.mapping(Moved::points, Collectors.toList())));
        return both(expected, moved)
                .map(order ->
                        judged(order, expected.getOrDefault(order, List.of()), moved.getOrDefault(order, List.of())))
                .flatMap(found -> found);
    }

    private Stream<Violation> balances(Observations seen, Map<String, List<Long>> expected) {
        Map<String, Long> sums = new HashMap<>();
        seen.orders()
                .forEach(order -> sums.merge(
                        order.customer(),
                        expected.get(order.id()).stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        Long::sum));
        Map<String, Long> balances = seen.points().balances();
        return both(sums, balances)
                .map(customer -> judged(
                        "points of " + customer, sums.getOrDefault(customer, 0L), balances.getOrDefault(customer, 0L)))
                .flatMap(found -> found);
    }

    private Stream<Violation> judged(String subject, Object expected, Object found) {
        return expected.equals(found) ? Stream.empty() : Stream.of(violation(subject, expected, found));
    }

    private static Stream<String> both(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream();
    }
}
