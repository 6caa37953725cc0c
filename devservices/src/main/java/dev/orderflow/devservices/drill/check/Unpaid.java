package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.drill.schedule.Fault;
import dev.orderflow.devservices.drill.schedule.Fault.CutProvider;
import dev.orderflow.devservices.drill.schedule.Fault.Kill;
import dev.orderflow.devservices.drill.schedule.Fault.KillRelayHolderWithoutKafka;
import dev.orderflow.devservices.drill.schedule.Fault.LoseAnswers;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Orders that faults may have kept past the deadline of their payment: a cut of the provider that lasts longer than an
 * order waits, or, for half of that time together, no way to the provider and back: answers lost, by which the circuit
 * opens, or Kafka or Postgres away. Order's sweeper and payment, which knows the deadline as well, race to end them; both
 * ends are right.
 *
 * @param cuts those that last longer than an order waits
 * @param halts while which nothing could be paid; none where no order has a deadline that could pass
 * @param placed when each order was placed, as far as its journal tells
 * @param requested when its payment was asked for
 * @param cancelled when it was given up
 */
record Unpaid(
        List<Done> cuts,
        Spells halts,
        Map<String, Instant> placed,
        Map<String, Instant> requested,
        Map<String, Instant> cancelled) {

    private static final Set<String> EVERYBODYS = Set.of("kafka", "postgres");
    private static final Duration LONG = DrillPlan.PAYMENT_DEADLINE.dividedBy(2);

    /** Less than the deadline by no more than what passes between a request's decision and its record. */
    private static final Duration TO_THE_END = DrillPlan.PAYMENT_DEADLINE.minusSeconds(2);

    private static final Set<String> ENDS = Set.of("timed-out", "payment-declined");

    static Unpaid of(Observations seen) {
        return new Unpaid(
                faults(seen, Unpaid::isLongCut),
                new Spells(seen.plan().isLong() ? faults(seen, Unpaid::keepsFromPaying) : List.of()),
                moments(seen, "orderflow.order.placed"),
                moments(seen, "orderflow.order.payment-requested"),
                moments(seen, "orderflow.order.cancelled"));
    }

    /** Of the first event of this type of each order. */
    private static Map<String, Instant> moments(Observations seen, String type) {
        return seen.journals().getOrDefault(Service.ORDER, List.of()).stream()
                .filter(event -> event.type().equals(type))
                .collect(Collectors.toMap(Recorded::key, Recorded::at, (one, other) -> one));
    }

    private static List<Done> faults(Observations seen, Predicate<Fault> which) {
        return seen.faults().stream().filter(done -> which.test(done.fault())).toList();
    }

    private static boolean isLongCut(Fault fault) {
        return fault instanceof CutProvider cut && cut.lasting().equals(DrillPlan.LONGEST_CUT);
    }

    private static boolean keepsFromPaying(Fault fault) {
        return switch (fault) {
            case CutProvider _, LoseAnswers _, KillRelayHolderWithoutKafka _ -> true;
            case Kill(String part, Duration _) -> EVERYBODYS.contains(part);
            default -> false;
        };
    }

    /** Orders that would have been paid, and ended so. */
    static long count(Observations seen) {
        Set<String> payable = seen.purchases().stream()
                .filter(purchase -> !purchase.script().kind().isDeclined())
                .map(Purchase::orderId)
                .collect(Collectors.toSet());
        return seen.orders().stream()
                .filter(order -> payable.contains(order.id()) && isTimedOut(order))
                .count();
    }

    /** Whether that is how it ended. */
    static boolean isTimedOut(Order order) {
        return order.status().equals("CANCELLED")
                && order.cancellation() != null
                && !order.cancellation().refused()
                && ENDS.contains(order.cancellation().reason());
    }

    /** Whether it was there during a cut, or waited to the end and could not be paid for half of that. */
    boolean mayBe(Purchase purchase, Order order) {
        Instant began = placed.getOrDefault(order.id(), purchase.answeredAt());
        return cuts.stream()
                        .anyMatch(cut ->
                                began.isBefore(cut.end()) && order.updatedAt().isAfter(cut.begin()))
                || wasHalted(requested.get(order.id()), cancelled.get(order.id()));
    }

    private boolean wasHalted(Instant begin, Instant end) {
        return begin != null
                && end != null
                && Duration.between(begin, end).compareTo(TO_THE_END) >= 0
                && halts.within(begin, end).compareTo(LONG) >= 0;
    }
}
