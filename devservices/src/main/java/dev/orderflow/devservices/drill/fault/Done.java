package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.drill.schedule.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A fault as it happened.
 *
 * @param planned when it was to begin, counted from the beginning of the drill
 * @param processes which processes it hit, if any
 * @param end when all was put right again
 */
public record Done(Duration planned, Fault fault, List<String> processes, Instant begin, Instant end, String failure) {

    public Done {
        processes = List.copyOf(processes);
    }

    /** Whether the drill itself could not do what it had to. */
    public boolean failed() {
        return !failure.isEmpty();
    }
}
