package dev.orderflow.devservices.drill;

import java.time.Duration;

/**
 * What a drill does. The same plan has the same schedule of faults and the same customers; only how processes race is
 * different each time.
 *
 * @param duration how long faults are planned for; one round of all kinds of faults is never cut short
 * @param replicas how many processes run of each service
 * @param ordersPerSecond how many customers come, whether the system keeps up or not
 */
public record DrillPlan(long seed, Duration duration, int replicas, double ordersPerSecond) {

    public DrillPlan {
        if (replicas < 1 || ordersPerSecond <= 0 || duration.isNegative()) {
            throw new IllegalArgumentException(
                    "no drill: " + replicas + " replicas, " + ordersPerSecond + " orders a second, " + duration);
        }
    }
}
