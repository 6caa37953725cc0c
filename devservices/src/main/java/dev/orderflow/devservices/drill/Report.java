package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Comeback;
import dev.orderflow.devservices.drill.check.Invariants;
import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Violation;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.load.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a drill has shown.
 *
 * @param outcomes how many orders ended how; REFUSED for those that were not taken
 * @param requests how many requests customers made for them
 * @param repeatedByDrill events that the drill published again
 * @param repeatedByRelays events that relays published again because a fault had cut them
 * @param answersLost answers of the payment provider that nobody got
 * @param timedOut orders that waited for their payment past their deadline
 * @param longestWait the longest that an order took after the last fault that it met, save faults of outside parties
 * @param stalled how long the machine let not even the drill go on, in all
 * @param untilFinal from the last fault's end, or from a later answer to its customer, until the last order was final
 * @param untilSettled from there until everything else was right, too: books, mails, topics
 * @param recoveries of each kill, in the order of the kills
 * @param comebacks of each service that was killed as a whole, with nothing else wrong
 */
public record Report(
        DrillPlan plan,
        Instant begin,
        Instant end,
        List<Done> faults,
        Map<String, Long> outcomes,
        long requests,
        long repeatedByDrill,
        long repeatedByRelays,
        long answersLost,
        long timedOut,
        Duration longestWait,
        Duration stalled,
        Duration untilFinal,
        Duration untilSettled,
        List<Recovery> recoveries,
        List<Comeback> comebacks,
        List<String> invariants,
        List<Violation> violations) {

    static Report of(
            DrillPlan plan, Instant begin, Observations seen, long answersLost, Rest rest, List<Violation> violations) {
        return new Report(
                plan,
                begin,
                Instant.now(),
                seen.faults(),
                outcomes(seen),
                seen.purchases().stream().mapToLong(Purchase::requests).sum(),
                seen.repeated().size(),
                Invariants.publishedAgain(seen),
                answersLost,
                Invariants.timedOut(seen),
                Invariants.longestWait(seen),
                stalled(seen),
                rest.untilFinal(),
                rest.untilSettled(),
                Recovery.of(seen),
                Comeback.of(seen),
                Invariants.words(),
                violations);
    }

    private static Duration stalled(Observations seen) {
        return seen.stalls().stream()
                .map(stall -> Duration.between(stall.begin(), stall.end()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public boolean passed() {
        return violations.isEmpty();
    }

    /** By process. */
    public Map<String, Long> kills() {
        return faults.stream()
                .filter(fault -> fault.fault().kills())
                .flatMap(fault -> fault.processes().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> outcomes(Observations seen) {
        Map<String, String> ends = seen.orders().stream().collect(Collectors.toMap(Order::id, Order::status));
        return seen.purchases().stream()
                .map(purchase -> purchase.isTaken() ? ends.getOrDefault(purchase.orderId(), "LOST") : "REFUSED")
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
