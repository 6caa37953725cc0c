package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Stall;
import dev.orderflow.devservices.drill.fault.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * No order waits long once nothing is in its way: from its beginning, or from when the last fault that it met was over and
 * what that had killed was ready again. The time in which the machine stalled does not count. Left out is what was final
 * before the first fault: until then processes that have all just started load and compile what they run.
 */
final class OrdersEndSoon implements Invariant {

    /** The longest pause between two tries of a task. */
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    @Override
    public String words() {
        return "every order is final soon (15 s, or what --final-within says) after the last fault that it met";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return warm(seen).flatMap(span -> judged(span, seen));
    }

    private Stream<Violation> judged(Span span, Observations seen) {
        List<Done> met = met(span, seen);
        Duration wait = wait(span, met, seen.stalls());
        Duration allowed = seen.plan().finalWithin().plus(backoff(met));
        return wait.compareTo(allowed) <= 0
                ? Stream.empty()
                : Stream.of(
                        violation(span.order(), "final within " + words(allowed), words(wait) + ", at " + span.end()));
    }

    /** The longest wait of those orders that met no fault of an outside party: those may take longer. */
    static Duration longest(Observations seen) {
        return warm(seen)
                .filter(span -> backoff(met(span, seen)).isZero())
                .map(span -> wait(span, met(span, seen), seen.stalls()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Stream<Span> warm(Observations seen) {
        Instant firstFault =
                seen.faults().stream().map(Done::begin).min(Instant::compareTo).orElse(Instant.MIN);
        return Span.unattended(seen).stream().filter(span -> !span.end().isBefore(firstFault));
    }

    private static List<Done> met(Span span, Observations seen) {
        return seen.faults().stream()
                .filter(fault -> fault.fault().makesOrdersWait())
                .filter(fault ->
                        fault.begin().isBefore(span.end()) && fault.end().isAfter(span.begin()))
                .toList();
    }

    /** Not positive if a fault was under way to the end. */
    private static Duration wait(Span span, List<Done> met, List<Stall> stalls) {
        Instant since = met.stream().map(Done::end).max(Instant::compareTo).orElse(span.begin());
        Instant from = since.isAfter(span.begin()) ? since : span.begin();
        Duration stalled =
                stalls.stream().map(stall -> overlap(stall, from, span.end())).reduce(Duration.ZERO, Duration::plus);
        return Duration.between(from, span.end()).minus(stalled);
    }

    /** Pauses double: the one under way at the end of an outage is at most about as long as the outage was. */
    private static Duration backoff(List<Done> met) {
        Duration outage = longest(met, fault -> fault.fault().makesTasksWait());
        return outage.compareTo(LONGEST_BACKOFF) < 0 ? outage : LONGEST_BACKOFF;
    }

    private static Duration longest(List<Done> met, Predicate<Done> which) {
        return met.stream()
                .filter(which)
                .map(fault -> Duration.between(fault.begin(), fault.end()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration overlap(Stall stall, Instant from, Instant to) {
        Instant begin = stall.begin().isAfter(from) ? stall.begin() : from;
        Instant end = stall.end().isBefore(to) ? stall.end() : to;
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    private static String words(Duration duration) {
        return duration.toMillis() / 1_000.0 + " s";
    }
}
