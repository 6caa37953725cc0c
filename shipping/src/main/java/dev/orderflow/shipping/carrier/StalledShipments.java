package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.shipping.persistence.Shipments;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * {@code orderflow.shipping.stalled}: shipments of which the carrier has not told in time, NaN until they were counted.
 * Every replica tells the same.
 */
@ApplicationScoped
class StalledShipments {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int STOP_SECONDS = 5;

    private final PollLoop loop;
    private volatile double stalled = Double.NaN;

    @Inject
    StalledShipments(Shipments shipments, Pool pool, Vertx vertx, MeterRegistry registry) {
        this.loop = new PollLoop(vertx, "stalled-shipments", () -> count(shipments, pool), EVERY, EVERY);
        Gauge.builder("orderflow.shipping.stalled", () -> stalled).register(registry);
    }

    void start(@Observes StartupEvent event) {
        loop.nudge();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    private Uni<Boolean> count(Shipments shipments, Pool pool) {
        return shipments.stalled(pool).invoke(found -> stalled = found).replaceWith(false);
    }
}
