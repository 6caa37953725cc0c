package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fault is waited out: the only thing that an operator has to decide on is money that the provider does not pay back. */
final class OnlyRefusedRefundsGetStuck implements Invariant {

    private static final String STUCK = "orderflow.order.stuck";

    @Override
    public String words() {
        return "an order gets stuck if its refund is refused, and only then, and an operator can close it";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        Set<String> stuck = seen.journals().getOrDefault(Service.ORDER, List.of()).stream()
                .filter(event -> event.type().equals(STUCK))
                .map(Recorded::key)
                .collect(Collectors.toSet());
        return seen.purchases().stream()
                .filter(Purchase::isTaken)
                .flatMap(purchase -> judged(purchase, stuck.contains(purchase.orderId())));
    }

    private Stream<Violation> judged(Purchase purchase, boolean isStuck) {
        if (isStuck && !purchase.script().kind().isNeverRefunded()) {
            return Stream.of(violation(subject(purchase), "never stuck", "stuck"));
        }
        if (isStuck != purchase.isResolved()) {
            return Stream.of(violation(
                    subject(purchase),
                    isStuck ? "closed by an operator" : "nothing that an operator can close",
                    purchase.answers()));
        }
        return Stream.empty();
    }

    private static String subject(Purchase purchase) {
        return purchase.orderId() + " (" + purchase.script().kind() + ")";
    }
}
