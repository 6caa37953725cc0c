package dev.orderflow.devservices.drill.schedule;

import java.time.Duration;

/**
 * A fault and its moment.
 *
 * @param at counted from the beginning of the drill
 * @param calm how long nothing else goes wrong once what it hit is ready again
 */
public record Planned(Duration at, Fault fault, Duration calm) {

    Planned(Duration at, Fault fault) {
        this(at, fault, Duration.ZERO);
    }

    /** When it is over, if nothing is slow. */
    Duration until() {
        return at.plus(fault.lasting()).plus(calm);
    }

    Planned later(Duration by) {
        return new Planned(at.plus(by), fault, calm);
    }
}
