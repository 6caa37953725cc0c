package dev.orderflow.payment.reconciliation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * Payload of the task {@code reconcile}: one call of a run. First the provider's list is gone through, page by page, then
 * one by one the intents that it did not show.
 *
 * @param from of the time that is compared
 * @param to of the time that is compared; what has changed since is in flight
 * @param after where the list goes on; null at its beginning
 * @param lookUps the intents that are still to be asked for; empty while the list is gone through
 */
@RegisterForReflection
public record ReconciliationStep(long run, Instant from, Instant to, String after, List<String> lookUps) {

    static ReconciliationStep first(Run run, ReconciliationConfig config) {
        var now = run.startedAt();
        return new ReconciliationStep(
                run.number(), now.minus(config.lookBack()), now.minus(config.grace()), null, List.of());
    }

    boolean isListing() {
        return lookUps.isEmpty();
    }

    ReconciliationStep listing(String next) {
        return new ReconciliationStep(run, from, to, next, List.of());
    }

    ReconciliationStep lookingUp(List<String> intents) {
        return new ReconciliationStep(run, from, to, null, intents);
    }
}
