package dev.orderflow.devservices.drill.schedule;

import java.time.Duration;

/** A fault and its moment, counted from the beginning of the drill. */
public record Planned(Duration at, Fault fault) {

    /** When it is over, if nothing is slow. */
    Duration until() {
        return at.plus(fault.lasting());
    }
}
