package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Invariants;
import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Violation;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Waits until nothing moves any more: first the orders, then everything that follows from them. */
record Settling(Observations seen) {

    /**
     * A task that has failed often, because the provider was cut off, waits up to 30 s for its next try. The goal is 15 s;
     * the report tells what it was.
     */
    static final Duration FINAL_WITHIN = Duration.ofSeconds(90);

    /** A mail may wait as long as an order: lease and backoff. */
    static final Duration SETTLED_WITHIN = Duration.ofSeconds(75);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * @param lastFault from when on the time counts
     * @param progress is told what is still waited for
     */
    static Settling of(Look look, Instant lastFault, Consumer<String> progress) {
        Wait.until(() -> holds(look::allFinal), left(lastFault.plus(FINAL_WITHIN)), PAUSE);
        AtomicReference<Observations> seen = new AtomicReference<>();
        boolean settled = Wait.until(() -> holds(() -> isSettled(look, seen, progress)), SETTLED_WITHIN, PAUSE);
        return new Settling(settled ? seen.get() : look.now());
    }

    /** What was seen then is what is judged: by the next look a replica may have stalled, and its group be changing. */
    private static boolean isSettled(Look look, AtomicReference<Observations> seen, Consumer<String> progress) {
        seen.set(look.now());
        List<Violation> violations = Invariants.violations(seen.get());
        violations.stream()
                .map(violation -> "Not yet: " + violation.invariant())
                .distinct()
                .forEach(progress);
        return violations.isEmpty();
    }

    /** A service that does not answer yet has not settled. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (PartFailed notYet) {
            return false;
        }
    }

    private static Duration left(Instant deadline) {
        return Duration.between(Instant.now(), deadline);
    }
}
