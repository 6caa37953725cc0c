package dev.orderflow.shipping.carrier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * A carrier that is down is left alone, and tasks wait instead of timing out. A breaker for what does something there, and
 * one for what only asks: while nothing can be looked up, labels are bought, and the other way round.
 */
@ApplicationScoped
class CarrierGuard {

    private static final int CALLS = 20;
    private static final double FAILED = 0.5;
    private static final long PAUSE_SECONDS = 2;

    @CircuitBreaker(
            requestVolumeThreshold = CALLS,
            failureRatio = FAILED,
            delay = PAUSE_SECONDS,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = CarrierRefused.class)
    <T> Uni<T> act(Supplier<Uni<T>> call) {
        return call.get();
    }

    @CircuitBreaker(
            requestVolumeThreshold = CALLS,
            failureRatio = FAILED,
            delay = PAUSE_SECONDS,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = CarrierRefused.class)
    <T> Uni<T> ask(Supplier<Uni<T>> call) {
        return call.get();
    }
}
