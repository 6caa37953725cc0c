package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * All calls pass here. What an order waits for shares one circuit breaker: while half of those calls fail the provider is left
 * alone, and tasks wait for their next try instead of for a timeout. Looks at what may take days have one of their own, so that
 * many of them at once keep nobody from paying. A refusal is no failure.
 */
@ApplicationScoped
class ProviderGuard {

    /** Bad request, card refused, no such thing: the provider has understood and decided. */
    private static final Set<Integer> REFUSALS = Set.of(400, 402, 404);

    private static final int CALLS = 20;
    private static final double FAILED = 0.5;
    private static final long PAUSE_MILLIS = 2_000;

    private final ObjectMapper mapper;

    @Inject
    ProviderGuard(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @CircuitBreaker(requestVolumeThreshold = CALLS, failureRatio = FAILED, delay = PAUSE_MILLIS, successThreshold = 2)
    <T> Uni<T> ask(Class<T> type, Supplier<Uni<RestResponse<T>>> call) {
        return call.get().map(response -> answer(type, response));
    }

    @CircuitBreaker(requestVolumeThreshold = CALLS, failureRatio = FAILED, delay = PAUSE_MILLIS, successThreshold = 2)
    <T> Uni<T> look(Class<T> type, Supplier<Uni<RestResponse<T>>> call) {
        return call.get().map(response -> answer(type, response));
    }

    /** A wrong key of ours (401, 403) is for an operator to mend; until then nothing is known of the payment. */
    private <T> T answer(Class<T> type, RestResponse<T> response) {
        Object entity = response.getEntity();
        boolean told = response.getStatus() / 100 == 2 || REFUSALS.contains(response.getStatus());
        if (!told || entity == null) {
            throw new ProviderUnavailableException(response.getStatus());
        }
        return entity instanceof InputStream unread ? refusal(type, response.getStatus(), unread) : type.cast(entity);
    }

    /** The client reads only what succeeded; the rest it hands over as it came. It is in memory, so nothing blocks. */
    private <T> T refusal(Class<T> type, int status, InputStream unread) {
        try (unread) {
            return mapper.readValue(unread, type);
        } catch (IOException notTheProvidersOwn) {
            throw new ProviderUnavailableException(status);
        }
    }
}
