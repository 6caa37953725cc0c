package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.transaction.Committed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.TimeUnit;

/** Runs the relay for as long as the application does; a commit in this process ends its pause. */
@ApplicationScoped
class RelayRunner {

    private final Relay relay;
    private final PollLoop loop;
    private final boolean enabled;

    @Inject
    RelayRunner(Relay relay, Vertx vertx, MessagingConfig config) {
        var pace = config.relay();
        this.relay = relay;
        this.enabled = pace.enabled();
        this.loop = new PollLoop(vertx, "relay", relay::turn, pace.shortestIdle(), pace.longestIdle(), pace.gather());
    }

    void start(@Observes StartupEvent event) {
        nudge();
    }

    /** Positions that the relay has seen no row of yet, on the replica that publishes; 0 on all others. */
    void show(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("orderflow.relay.gaps", relay, Relay::openGaps).register(registry);
    }

    void committed(@Observes Committed commit) {
        if (commit.hasEvents()) {
            nudge();
        }
    }

    private void nudge() {
        if (enabled) {
            loop.nudge();
        }
    }

    /**
     * Last of all. A broker that does not acknowledge is not waited for long. A lease that can't be handed back (the
     * database is away, say) runs out by itself.
     */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent event) {
        loop.stop()
                .completeOnTimeout(null, 3, TimeUnit.SECONDS)
                .thenCompose(ended -> loop.last(relay::stop))
                .completeOnTimeout(null, 6, TimeUnit.SECONDS)
                .join();
    }
}
