package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Cancellation;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.load.Purchase;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault delays an order; it never changes how it ends, save that one may wait longer for its payment than it is let. */
final class OutcomesFit implements Invariant {

    @Override
    public String words() {
        return "every order ends as its card, its address, its stock and its customer's wishes say";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, Order> orders = seen.orders().stream().collect(Collectors.toMap(Order::id, Function.identity()));
        Unpaid unpaid = Unpaid.of(seen);
        return seen.purchases().stream()
                .filter(purchase -> orders.containsKey(purchase.orderId()))
                .flatMap(purchase -> judged(purchase, orders.get(purchase.orderId()), unpaid));
    }

    private Stream<Violation> judged(Purchase purchase, Order order, Unpaid unpaid) {
        Set<String> expected = ends(purchase);
        String end = end(order);
        if (Unpaid.isTimedOut(order) && unpaid.mayBe(purchase, order)) {
            return Stream.empty();
        }
        return !order.isFinal() || expected.contains(end)
                ? Stream.empty()
                : Stream.of(violation(
                        order.id() + " (" + purchase.script().kind() + ")", String.join(" or ", expected), end));
    }

    private static Set<String> ends(Purchase purchase) {
        return switch (purchase.script().kind()) {
            case PAYS, FLAKY_CARD, SLOW_CARD, LEAVES -> Set.of("DELIVERED");
            case DECLINED, WITHOUT_FUNDS -> Set.of("CANCELLED payment-declined");
            case UNDELIVERABLE, UNDELIVERABLE_WITHOUT_REFUND -> Set.of("CANCELLED undeliverable");
            // The gate may have been down, and inventory has refused it then.
            case WANTS_WHAT_IS_SCARCE -> Set.of("DELIVERED", "CANCELLED out-of-stock");
            // Too late if the parcel had left when it was recalled.
            case CANCELS ->
                purchase.isCancelAccepted()
                        ? Set.of("CANCELLED by CUSTOMER", "DELIVERED, cancellation refused")
                        : Set.of("DELIVERED");
            case RETURNS, DISPUTES -> purchase.isReturnAccepted() ? Set.of("RETURNED") : Set.of("DELIVERED");
        };
    }

    private static String end(Order order) {
        Cancellation cancellation = order.cancellation();
        if (cancellation == null) {
            return order.status();
        }
        if (cancellation.refused()) {
            return order.status() + ", cancellation refused";
        }
        boolean bySomebody = cancellation.requestedBy().equals("CUSTOMER");
        return order.status() + (bySomebody ? " by CUSTOMER" : " " + cancellation.reason());
    }
}
