package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.fault.Done;
import java.util.stream.Stream;

/**
 * A fault that could not be done, or a process that did not come back from one, is a finding as well; so is a cut of the
 * provider that has kept no order past its deadline although it lasted longer.
 */
final class TheDrillWorked implements Invariant {

    @Override
    public String words() {
        return "every fault was done, and every process came back";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return Stream.concat(
                seen.faults().stream()
                        .filter(Done::failed)
                        .map(fault ->
                                violation(fault.fault().words() + " at " + fault.begin(), "done", fault.failure())),
                cutsWithoutEffect(seen));
    }

    private Stream<Violation> cutsWithoutEffect(Observations seen) {
        boolean isMissing = !Unpaid.of(seen).cuts().isEmpty() && Unpaid.count(seen) == 0;
        return isMissing
                ? Stream.of(violation("orders that waited for their payment past their deadline", "some", "none"))
                : Stream.empty();
    }
}
