package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.drill.schedule.Fault.CutProvider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Orders that a cut of the payment provider may have kept past their deadline. Order's sweeper and payment, which knows the
 * deadline as well, race to end them; both ends are right.
 *
 * @param cuts those that last longer than an order waits
 */
record Unpaid(List<Done> cuts) {

    private static final Set<String> ENDS = Set.of("timed-out", "payment-declined");

    static Unpaid of(Observations seen) {
        return new Unpaid(seen.faults().stream().filter(Unpaid::isLong).toList());
    }

    private static boolean isLong(Done fault) {
        return fault.fault() instanceof CutProvider cut && cut.lasting().equals(DrillPlan.LONGEST_CUT);
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

    /** Whether it was there during a cut: its customer was answered before the cut was over, and it ended after it began. */
    boolean mayBe(Purchase purchase, Order order) {
        return cuts.stream()
                .anyMatch(cut -> purchase.answeredAt().isBefore(cut.end())
                        && order.updatedAt().isAfter(cut.begin()));
    }
}
