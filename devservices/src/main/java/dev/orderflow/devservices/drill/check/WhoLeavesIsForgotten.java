package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.load.Kind;
import java.util.stream.Stream;

/** What is personal is nowhere any more, save where it was promised to go by its age. Sums and stock have their own rules. */
final class WhoLeavesIsForgotten implements Invariant {

    @Override
    public String words() {
        return "nothing personal is left of customers who were erased, in no table, topic and log";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return Stream.concat(
                seen.traces().stream().map(trace -> violation(trace.place(), "nothing", trace.what())),
                seen.purchases().stream()
                        .filter(purchase ->
                                purchase.script().kind() == Kind.LEAVES && purchase.isTaken() && !purchase.isErased())
                        .map(purchase ->
                                violation(purchase.script().customer(), "erased", "answered " + purchase.answers())));
    }
}
