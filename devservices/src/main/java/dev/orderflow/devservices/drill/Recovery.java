package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How soon the orders that were open when a killed process was back came to their end. Where the next fault hits before
 * that, this is an upper bound.
 *
 * @param process which one was killed
 * @param back when it was ready again
 * @param open how many orders had been placed (or their return accepted) by then and were not final
 * @param untilFinal from there until the last of them was; zero if there was none
 * @param isDisturbed whether something else went wrong meanwhile
 */
public record Recovery(String process, Instant back, long open, Duration untilFinal, boolean isDisturbed) {

    private static final Set<String> BEGINS = Set.of("orderflow.order.placed", "orderflow.order.return-accepted");
    private static final Set<String> ENDS =
            Set.of("orderflow.order.delivered", "orderflow.order.closed", "orderflow.order.return-closed");

    /** When an order was open, by its journal. What never ended is a finding of its own, and has none here. */
    private record Span(Instant begin, Instant end) {

        boolean contains(Instant moment) {
            return !begin.isAfter(moment) && end.isAfter(moment);
        }
    }

    /** One for each kill, in the order of the kills. */
    static List<Recovery> of(Observations seen) {
        List<Span> spans = spans(seen.journals().getOrDefault(Service.ORDER, List.of()));
        return seen.faults().stream()
                .filter(fault -> fault.fault().kills())
                .flatMap(kill -> kill.processes().stream().map(process -> of(process, kill, spans, seen.faults())))
                .toList();
    }

    private static Recovery of(String process, Done kill, List<Span> spans, List<Done> faults) {
        Instant back = kill.end();
        List<Instant> ends = spans.stream()
                .filter(span -> span.contains(back))
                .map(Span::end)
                .toList();
        Instant last = ends.stream().max(Instant::compareTo).orElse(back);
        boolean disturbed = faults.stream()
                .filter(fault -> fault != kill)
                .anyMatch(fault -> fault.begin().isBefore(last) && fault.end().isAfter(back));
        return new Recovery(process, back, ends.size(), Duration.between(back, last), disturbed);
    }

    private static List<Span> spans(List<Recorded> journal) {
        List<Span> spans = new ArrayList<>();
        Map<String, Instant> begun = new HashMap<>();
        for (Recorded event : journal) {
            if (BEGINS.contains(event.type())) {
                begun.put(event.key(), event.at());
            } else if (ENDS.contains(event.type()) && begun.containsKey(event.key())) {
                spans.add(new Span(begun.remove(event.key()), event.at()));
            }
        }
        return spans;
    }
}
