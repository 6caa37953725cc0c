package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When {@link Drain} takes its turns: at once after an operator's word, else now and then, for what a crash left. */
@Singleton
final class DrainLoop {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final PollLoop loop;

    @Inject
    DrainLoop(Drain drain, Vertx vertx, MessagingConfig config) {
        this.loop = new PollLoop(
                vertx,
                "dead letters",
                drain::turn,
                SHORTEST,
                config.deadLetters().longestIdle());
    }

    /** After every channel is known. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER + 1) StartupEvent event) {
        nudge();
    }

    void nudge() {
        loop.nudge();
    }

    /** Whatever is not reached in time is found again. */
    void stop(@Observes ShutdownEvent event) {
        loop.stop()
                .completeOnTimeout(null, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
