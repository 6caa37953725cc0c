package dev.orderflow.order.messaging;

import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.order.config.SweeperConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;

/** Sweeps for as long as the application runs. */
@ApplicationScoped
class DeadlineSweeper {

    private static final int STOP_SECONDS = 5;

    private final PollLoop loop;
    private final boolean enabled;

    @Inject
    DeadlineSweeper(DeadlineSweep sweep, Vertx vertx, SweeperConfig config) {
        this.enabled = config.enabled();
        this.loop = new PollLoop(vertx, "deadline-sweeper", sweep::sweep, config.every(), config.every());
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            loop.nudge();
        }
    }

    /** A sweep that doesn't end in time is rolled back by the database when its connection goes. */
    void stop(@Observes ShutdownEvent event) {
        loop.stop().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
