package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Span;
import dev.orderflow.devservices.drill.fault.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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

    /** One for each kill, in the order of the kills. */
    static List<Recovery> of(Observations seen) {
        List<Span> spans = Span.of(seen);
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
}
