package dev.orderflow.bench.data;

import java.time.Duration;

/** What can happen to an order. Each is one version of it, hence one event in order's journal. */
enum Step {
    PLACED(Duration.ZERO),
    /** Stock was reserved. */
    PAYMENT_REQUESTED(Duration.ofMillis(40)),
    CONFIRMED(Duration.ofMillis(300)),
    TRACKED(Duration.ofMillis(200)),
    SHIPPED(Duration.ofHours(9)),
    DELIVERED(Duration.ofHours(40)),

    PAYMENT_DECLINED(Duration.ofMillis(300)),
    SHIPMENT_REJECTED(Duration.ofMillis(250)),
    RECALL_REQUESTED(Duration.ofHours(2)),
    SHIPMENT_CANCELLED(Duration.ofMillis(200)),
    /** Nothing was reserved, and nobody has anything to undo. */
    CANCELLED_AT_ONCE(Duration.ofMillis(40)),
    /** Only stock has to be undone. */
    CANCELLED_UNPAID(Duration.ZERO),
    CANCELLED_PAID(Duration.ZERO),
    STOCK_RELEASED(Duration.ofMillis(40)),
    PAYMENT_REFUNDED(Duration.ofMillis(300)),
    CLOSED(Duration.ZERO),

    RETURN_ACCEPTED(Duration.ofDays(5)),
    RETURNED(Duration.ofDays(3)),
    STOCK_RESTOCKED(Duration.ofMillis(40)),
    RETURN_CLOSED(Duration.ZERO),

    STUCK(Duration.ofHours(1));

    private final Duration usually;

    Step(Duration usually) {
        this.usually = usually;
    }

    /** How long after the step before: between half and one and a half of what is usual. */
    Duration pause(Chance chance) {
        long millis = usually.toMillis();
        return Duration.ofMillis(millis == 0 ? 0 : chance.millis(millis / 2, millis + millis / 2));
    }

    /** What follows in the same transaction. */
    boolean isTogether() {
        return usually.isZero();
    }
}
