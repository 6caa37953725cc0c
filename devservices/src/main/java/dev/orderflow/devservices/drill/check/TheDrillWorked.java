package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.fault.Done;
import java.util.stream.Stream;

/** A fault that could not be done, or a process that did not come back from one, is a finding as well. */
final class TheDrillWorked implements Invariant {

    @Override
    public String words() {
        return "every fault was done, and every process came back";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return seen.faults().stream()
                .filter(Done::failed)
                .map(fault -> violation(fault.fault().words() + " at " + fault.begin(), "done", fault.failure()));
    }
}
