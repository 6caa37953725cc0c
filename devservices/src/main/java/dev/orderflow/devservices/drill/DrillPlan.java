package dev.orderflow.devservices.drill;

import java.time.Duration;

/**
 * What a drill does. The same plan has the same schedule of faults and the same customers; only how processes race is
 * different each time.
 *
 * @param duration how long faults are planned for, beside the calm round; one round of all kinds is never cut short
 * @param replicas how many processes run of each service
 * @param ordersPerSecond how many customers come, whether the system keeps up or not
 * @param finalWithin how soon after the last fault an order has to be final
 * @param calm how soon the orders that were open when a killed service was back have to be final, and how long nothing else
 *     goes wrong meanwhile; zero for a drill without the round of such kills
 */
public record DrillPlan(
        long seed, Duration duration, int replicas, double ordersPerSecond, Duration finalWithin, Duration calm) {

    /** What the system promises on a machine that has time for it. */
    public static final Duration FINAL_WITHIN = Duration.ofSeconds(15);

    /** How long the payment provider is cut off at most: a quarter of a shorter drill. */
    public static final Duration LONGEST_CUT = Duration.ofMinutes(1);

    /**
     * How long an order of a drill with such a cut waits for its payment: so long that only the cut can end it, and a
     * third of the cut is left to find out that it does.
     */
    public static final Duration PAYMENT_DEADLINE = Duration.ofSeconds(40);

    public DrillPlan {
        if (replicas < 1
                || ordersPerSecond <= 0
                || duration.isNegative()
                || !finalWithin.isPositive()
                || calm.isNegative()) {
            throw new IllegalArgumentException(
                    "no drill: " + replicas + " replicas, " + ordersPerSecond + " orders a second, " + duration);
        }
    }

    public DrillPlan(long seed, Duration duration, int replicas, double ordersPerSecond) {
        this(seed, duration, replicas, ordersPerSecond, FINAL_WITHIN);
    }

    public DrillPlan(long seed, Duration duration, int replicas, double ordersPerSecond, Duration finalWithin) {
        this(seed, duration, replicas, ordersPerSecond, finalWithin, finalWithin);
    }

    /** The same bound for all, with that round or without it. */
    public DrillPlan withCalmRound(boolean wanted) {
        Duration within = wanted ? finalWithin : Duration.ZERO;
        return new DrillPlan(seed, duration, replicas, ordersPerSecond, finalWithin, within);
    }

    public boolean hasCalmRound() {
        return calm.isPositive();
    }

    public Duration cut() {
        return isLong() ? LONGEST_CUT : duration.dividedBy(4);
    }

    /** Whether there is time for outages that last. */
    public boolean isLong() {
        return duration.compareTo(LONGEST_CUT.multipliedBy(4)) >= 0;
    }

    /** Whether orders end by their deadline in it: else they wait for ten minutes, as by default. */
    boolean hasDeadlines() {
        return isLong();
    }
}
