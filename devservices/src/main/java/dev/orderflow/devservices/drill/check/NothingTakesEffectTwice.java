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

    /** Shipping answers each recall that comes too late with it once, although it has told it before. */
    private static final String DISPATCHED = "orderflow.shipping.dispatched";

    private record Step(String key, String type) {}

    @Override
    public String words() {
        return "no task, deadline or event took effect twice";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        List<Recorded> orders = seen.journals().getOrDefault(Service.ORDER, List.of());
        Map<String, Long> recalls = orders.stream()
                .filter(event -> event.type().equals(RECALL))
                .collect(Collectors.groupingBy(Recorded::key, Collectors.counting()));
        return Stream.concat(
                seen.journals().entrySet().stream().flatMap(each -> repeated(each.getKey(), each.getValue(), recalls)),
                holes(orders));
    }

    private Stream<Violation> repeated(Service service, List<Recorded> journal, Map<String, Long> recalls) {
        return journal.stream()
                .filter(event -> event.topic() != null && SAGA.contains(event.topic()))
                .collect(Collectors.groupingBy(event -> new Step(event.key(), event.type()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(step -> step.getValue() > most(step.getKey(), recalls))
                .map(step -> violation(
                        service.module() + " " + step.getKey().key() + " "
                                + step.getKey().type(),
                        most(step.getKey(), recalls) == 1
                                ? "once"
                                : "at most " + most(step.getKey(), recalls) + " times",
                        step.getValue() + " times"));
    }

    private static long most(Step step, Map<String, Long> recalls) {
        return step.type().equals(DISPATCHED) ? 1 + recalls.getOrDefault(step.key(), 0L) : 1;
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
