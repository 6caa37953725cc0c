package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Payment;
import dev.orderflow.devservices.drill.load.Purchase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the provider's own books, not what payment believes. */
final class MoneyIsRight implements Invariant {

    private static final String KEPT = "closed by hand";

    @Override
    public String words() {
        return "one payment at most for each order: captured if it was delivered, all money back if not, unless that is refused";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, List<Payment>> payments = seen.payments().stream().collect(Collectors.groupingBy(Payment::order));
        Set<String> orders = seen.orders().stream().map(Order::id).collect(Collectors.toSet());
        Set<String> kept = kept(seen);
        return Stream.concat(
                seen.orders().stream()
                        .flatMap(order ->
                                judged(order, kept.contains(order.id()), payments.getOrDefault(order.id(), List.of()))),
                payments.keySet().stream()
                        .filter(order -> !orders.contains(order))
                        .map(order -> violation(order, "no money", payments.get(order))));
    }

    /** Orders that were closed by hand, because the provider pays nothing back. */
    private static Set<String> kept(Observations seen) {
        return seen.purchases().stream()
                .filter(purchase -> purchase.script().kind().isNeverRefunded() && purchase.isResolved())
                .map(Purchase::orderId)
                .collect(Collectors.toSet());
    }

    private Stream<Violation> judged(Order order, boolean isKept, List<Payment> payments) {
        BigDecimal captured = sum(payments, Payment::captured);
        BigDecimal refunded = sum(payments, Payment::refunded);
        boolean right = payments.size() <= 1
                && switch (isKept ? KEPT : order.status()) {
                    case KEPT, "DELIVERED" -> equal(captured, order.total()) && refunded.signum() == 0;
                    case "RETURNED" -> equal(captured, order.total()) && equal(refunded, order.total());
                    default -> equal(captured, refunded) && (captured.signum() == 0 || equal(captured, order.total()));
                };
        return right ? Stream.empty() : Stream.of(violation(order.id(), expected(order, isKept), seen(payments)));
    }

    private static String expected(Order order, boolean isKept) {
        return switch (isKept ? KEPT : order.status()) {
            case KEPT, "DELIVERED" -> "one capture of " + order.total() + ", nothing back";
            case "RETURNED" -> "one capture of " + order.total() + ", all of it back";
            default -> "nothing kept of " + order.total() + " (" + order.status() + ")";
        };
    }

    private static String seen(List<Payment> payments) {
        return payments.stream()
                .map(payment -> payment.captured() + " captured, " + payment.refunded() + " back")
                .collect(Collectors.joining("; ", "[", "]"));
    }

    private static BigDecimal sum(List<Payment> payments, Function<Payment, BigDecimal> column) {
        return payments.stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
