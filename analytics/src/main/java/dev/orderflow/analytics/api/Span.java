package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.platform.http.Parameters;
import dev.orderflow.platform.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The minutes that are asked for, both included. */
record Span(Instant first, Instant last) {

    static final long MOST = 1440;

    private static final long USUAL = 60;

    /**
     * @param from any time within the first minute; null for as many as usual
     * @param to the end, which no longer belongs to it; null for now
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request}
     */
    static Span of(String from, String to, Instant now) {
        var end = Parameters.instant("to", to).orElse(now);
        var last = end.minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
        var first = Parameters.instant("from", from)
                .map(time -> time.truncatedTo(ChronoUnit.MINUTES))
                .orElseGet(() -> last.minus(USUAL - 1, ChronoUnit.MINUTES));
        if (first.isAfter(last)) {
            throw Problems.invalid("from", "must be before \"to\"");
        }
        if (Duration.between(first, last).toMinutes() >= MOST) {
            throw Problems.invalid("from", "must be at most " + MOST + " minutes before \"to\"");
        }
        return new Span(first, last);
    }

    String firstKey() {
        return Figure.minute(first).key();
    }

    String lastKey() {
        return Figure.minute(last).key();
    }
}
