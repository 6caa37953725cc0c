package dev.orderflow.shipping.carrier;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** One breaker for all calls: a carrier that is down is left alone, and tasks wait instead of timing out. */
@ApplicationScoped
class CarrierGuard {

    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.5,
            delay = 2,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = CarrierRefused.class)
    <T> Uni<T> guarded(Supplier<Uni<T>> call) {
        return call.get();
    }
}
