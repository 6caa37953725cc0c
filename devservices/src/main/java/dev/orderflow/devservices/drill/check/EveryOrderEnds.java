package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.drill.load.Purchase;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No order is lost, none stands still, and none is there that nobody asked for. */
final class EveryOrderEnds implements Invariant {

    private static final int CONFLICT = 409;

    @Override
    public String words() {
        return "every order that was answered 201 exists once and is final";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Map<String, Order> orders = seen.orders().stream().collect(Collectors.toMap(Order::id, Function.identity()));
        Set<String> known = seen.purchases().stream().map(Purchase::orderId).collect(Collectors.toSet());
        return Stream.of(
                        seen.purchases().stream().flatMap(purchase -> answers(purchase)),
                        seen.purchases().stream()
                                .filter(Purchase::isTaken)
                                .flatMap(purchase -> end(purchase, orders.get(purchase.orderId()))),
                        seen.orders().stream()
                                .filter(order -> !known.contains(order.id()))
                                .map(order -> violation(order.id(), "no such order", order.status())),
                        twins(seen))
                .flatMap(Function.identity());
    }

    /** Only what is scarce may be refused. */
    private Stream<Violation> answers(Purchase purchase) {
        String customer = "customer " + purchase.script().number();
        boolean refusable = purchase.script().kind() == Kind.WANTS_WHAT_IS_SCARCE;
        boolean fits = purchase.isTaken() || purchase.placed() == CONFLICT && refusable;
        return Stream.concat(
                fits ? Stream.empty() : Stream.of(violation(customer, "201", purchase.placed())),
                purchase.complaints().stream()
                        .map(complaint -> violation(customer, "the first answer again", complaint)));
    }

    private Stream<Violation> end(Purchase purchase, Order order) {
        if (order == null) {
            return Stream.of(violation(purchase.orderId(), "an order", "none"));
        }
        return order.isFinal() ? Stream.empty() : Stream.of(violation(order.id(), "a final state", order.status()));
    }

    private Stream<Violation> twins(Observations seen) {
        return seen.purchases().stream()
                .filter(Purchase::isTaken)
                .collect(Collectors.groupingBy(Purchase::orderId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> violation(each.getKey(), "one customer", each.getValue()));
    }
}
