package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.schedule.Fault.KillService;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service that was away as a whole is back, and nothing else goes wrong until the orders that it held up have had their
 * time.
 *
 * @param back when all its replicas were ready again
 * @param open what was open at that moment, those left out that wait for an operator
 */
public record Comeback(Service service, Instant back, List<Span> open) {

    public Comeback {
        open = List.copyOf(open);
    }

    /** One for each kill of a whole service, in the order of the kills. */
    public static List<Comeback> of(Observations seen) {
        List<Span> spans = Span.unattended(seen);
        return seen.faults().stream()
                .flatMap(fault -> fault.fault() instanceof KillService kill
                        ? Stream.of(of(kill.service(), fault.end(), spans))
                        : Stream.empty())
                .toList();
    }

    private static Comeback of(Service service, Instant back, List<Span> spans) {
        return new Comeback(
                service,
                back,
                spans.stream().filter(span -> span.contains(back)).toList());
    }

    /** How long an order was open from then on. */
    Duration wait(Span order) {
        return Duration.between(back, order.end());
    }

    /** Until the last of them was final; zero if there was none. */
    public Duration untilFinal() {
        return open.stream().map(this::wait).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Whether a fault was there at any time between its being ready and so much later. */
    boolean isDisturbedBy(Done fault, Duration calm) {
        return fault.begin().isBefore(back.plus(calm)) && fault.end().isAfter(back);
    }
}
