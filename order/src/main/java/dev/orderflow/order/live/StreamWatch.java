package dev.orderflow.order.live;

import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.transaction.Committed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Looks for news while anybody watches: at once after a commit of this replica, and every now and then for what others
 * have committed.
 */
@Singleton
class StreamWatch {

    private static final int STOP_SECONDS = 5;

    private final OpenStreams streams;
    private final Vertx vertx;
    private final LiveConfig config;
    private final Runnable cutOff;
    private final PollLoop loop;

    @Inject
    StreamWatch(OpenStreams streams, News news, Vertx vertx, LiveConfig config, MeterRegistry registry) {
        this.streams = streams;
        this.vertx = vertx;
        this.config = config;
        this.cutOff = registry.counter("orderflow.order.event.streams.cut.off")::increment;
        this.loop = new PollLoop(vertx, "order-events", news::tell, config.poll(), config.poll(), config.gather());
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.heartbeat().toMillis(), due -> streams.all().forEach(stream -> stream.beat(cutOff)));
        loop.nudge();
    }

    void committed(@Observes Committed commit) {
        if (commit.hasEvents() && !streams.isEmpty()) {
            loop.nudge();
        }
    }

    /** Before the replica waits for its requests to end, which streams never do by themselves. */
    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        streams.close();
    }

    void stop(@Observes ShutdownEvent event) {
        streams.close();
        loop.stop().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
