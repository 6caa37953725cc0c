package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.drill.schedule.Fault;
import java.time.Duration;
import java.time.Instant;

/**
 * A fault as it happened.
 *
 * @param planned when it was to begin, counted from the beginning of the drill
 * @param process which process it hit; empty if none
 * @param end when all was put right again
 */
public record Done(Duration planned, Fault fault, String process, Instant begin, Instant end, String failure) {

    /** Whether the drill itself could not do what it had to. */
    public boolean failed() {
        return !failure.isEmpty();
    }
}
