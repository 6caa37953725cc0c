package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.system.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Without operators who repeat requests, each step of an order happens once: two replicas, one effect. */
final class NothingTakesEffectTwice implements Invariant {

    private static final Set<String> SAGA =
            Set.of("order-events", "inventory-events", "payment-events", "shipping-events");

    private static final String RECALL = "orderflow.order.shipment-recall-requested";

    /** Shipping answers a recall that comes too late with it, although it has told it before. */
    private static final String DISPATCHED = "orderflow.shipping.dispatched";

    @Override
    public String words() {
        return "no task, deadline or event took effect twice";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        List<Recorded> orders = seen.journals().getOrDefault(Service.ORDER, List.of());
        Set<String> recalled = orders.stream()
                .filter(event -> event.type().equals(RECALL))
                .map(Recorded::key)
                .collect(Collectors.toSet());
        return Stream.concat(
                seen.journals().entrySet().stream().flatMap(each -> repeated(each.getKey(), each.getValue(), recalled)),
                holes(orders));
    }

    private Stream<Violation> repeated(Service service, List<Recorded> journal, Set<String> recalled) {
        return journal.stream()
                .filter(event -> event.topic() != null && SAGA.contains(event.topic()))
                .filter(event -> !event.type().equals(DISPATCHED) || !recalled.contains(event.key()))
                .collect(Collectors.groupingBy(event -> event.key() + " " + event.type(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(step -> step.getValue() > 1)
                .map(step -> violation(service.module() + " " + step.getKey(), "once", step.getValue() + " times"));
    }

    /** Each version of an order is one event of its journal. */
    private Stream<Violation> holes(List<Recorded> journal) {
        Map<String, Long> versions = new HashMap<>();
        return journal.stream().flatMap(event -> {
            long expected = versions.getOrDefault(event.key(), 0L) + 1;
            versions.put(event.key(), event.version());
            return event.version() == expected || event.topic() != null && !SAGA.contains(event.topic())
                    ? Stream.empty()
                    : Stream.of(violation("order " + event.key(), "version " + expected, event.version()));
        });
    }
}
