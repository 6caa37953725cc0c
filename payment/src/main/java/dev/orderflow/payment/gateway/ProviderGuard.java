package dev.orderflow.payment.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * All calls pass here, so that they share one circuit breaker: while half of them fail the provider is left alone, and
 * tasks wait for their next try instead of for a timeout. A refusal is no failure.
 */
@ApplicationScoped
class ProviderGuard {

    /** Bad request, card refused, no such thing: the provider has understood and decided. */
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404);

    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.5, delay = 2_000, successThreshold = 2)
    <T> Uni<T> ask(Supplier<Uni<RestResponse<T>>> call) {
        return call.get().map(ProviderGuard::answer);
    }

    /** A wrong key of ours (401, 403) is for an operator to mend; until then nothing is known of the payment. */
    private static <T> T answer(RestResponse<T> response) {
        boolean told = response.getStatus() / 100 == 2 || REFUSALS.contains(response.getStatus());
        if (!told || response.getEntity() == null) {
            throw new ProviderUnavailableException(response.getStatus());
        }
        return response.getEntity();
    }
}
