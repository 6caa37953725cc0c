package dev.orderflow.bench.data;

import java.time.Duration;
import java.time.Instant;

/**
 * What is generated. The same plan makes the same rows, in whatever order its orders are asked for.
 *
 * @param orders how many orders
 * @param seed another one makes other orders of the same kind
 * @param until when the newest order was placed; what would happen later has not happened
 * @param span how long ago, before that, the oldest was placed
 */
public record DataPlan(int orders, long seed, Instant until, Duration span) {

    private static final int ORDERS_PER_CUSTOMER = 5;

    /** Journals but order's are kept for 90 days; a month goes when its last day is older (docs/messaging.md). */
    private static final Duration KEPT = Duration.ofDays(90);

    public DataPlan {
        if (orders < 1) {
            throw new IllegalArgumentException("at least one order, not " + orders);
        }
    }

    int customers() {
        return Math.max(1, orders / ORDERS_PER_CUSTOMER);
    }

    /** The moment of the n-th order: evenly spread, oldest first. */
    Instant placedAt(int n) {
        long step = span.toMillis() / orders;
        return until.minus(span).plusMillis(step * n).plusMillis(chance(n).below((int) Math.max(1, step)));
    }

    /** Whether a service that forgets still has what it recorded then. */
    boolean isKept(Instant recorded) {
        return recorded.isAfter(until.minus(KEPT));
    }

    /** Luck of its own for each order. */
    Chance chance(int n) {
        return new Chance(seed * 1_000_003 + n);
    }
}
