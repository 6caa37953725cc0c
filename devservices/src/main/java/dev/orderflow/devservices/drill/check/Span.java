package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.system.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When an order was open, by its journal: from its placing, or from the acceptance of its return, until it was final. What
 * never ended is a finding of its own, and has none here.
 */
public record Span(String order, Instant begin, Instant end) {

    private static final Set<String> BEGINS = Set.of("orderflow.order.placed", "orderflow.order.return-accepted");
    private static final Set<String> ENDS =
            Set.of("orderflow.order.delivered", "orderflow.order.closed", "orderflow.order.return-closed");

    /** In the order of their ends. */
    public static List<Span> of(Observations seen) {
        List<Span> spans = new ArrayList<>();
        Map<String, Instant> begun = new HashMap<>();
        for (Recorded event : seen.journals().getOrDefault(Service.ORDER, List.of())) {
            if (BEGINS.contains(event.type())) {
                begun.put(event.key(), event.at());
            } else if (ENDS.contains(event.type()) && begun.containsKey(event.key())) {
                spans.add(new Span(event.key(), begun.remove(event.key()), event.at()));
            }
        }
        return spans;
    }

    /** Without those whose refund is refused: they wait for the pauses between its tries, and for an operator. */
    static List<Span> unattended(Observations seen) {
        Set<String> others = seen.purchases().stream()
                .filter(purchase -> purchase.script().kind().isNeverRefunded())
                .map(Purchase::orderId)
                .collect(Collectors.toSet());
        return of(seen).stream().filter(span -> !others.contains(span.order())).toList();
    }

    public boolean contains(Instant moment) {
        return !begin.isAfter(moment) && end.isAfter(moment);
    }
}
