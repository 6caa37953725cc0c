package dev.orderflow.order.messaging;

import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.order.config.SweeperConfig;
import dev.orderflow.order.persistence.OrderStore;
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
 * {@code orderflow.order.sagas.stuck}: how many sagas wait for an operator, NaN until they were counted. Every replica
 * that sweeps tells the same.
 */
@ApplicationScoped
class StuckSagas {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int STOP_SECONDS = 5;

    private final boolean enabled;
    private final PollLoop loop;
    private volatile double stuck = Double.NaN;

    @Inject
    StuckSagas(OrderStore store, Pool pool, Vertx vertx, SweeperConfig config, MeterRegistry registry) {
        this.enabled = config.enabled();
        this.loop = new PollLoop(vertx, "stuck-sagas", () -> count(store, pool), EVERY, EVERY);
        Gauge.builder("orderflow.order.sagas.stuck", () -> stuck).register(registry);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.nudge();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    private Uni<Boolean> count(OrderStore store, Pool pool) {
        return store.stuck(pool).invoke(found -> stuck = found).replaceWith(false);
    }
}
