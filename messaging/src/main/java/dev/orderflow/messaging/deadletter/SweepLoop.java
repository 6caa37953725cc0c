package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.loop.PollLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When {@link LetterSweep} takes its turns: soon after an erasure, and then until all letters have been gone through. */
@Singleton
final class SweepLoop {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final PollLoop loop;

    @Inject
    SweepLoop(LetterSweep sweep, Vertx vertx, MessagingConfig config) {
        this.loop = new PollLoop(
                vertx,
                "letters of the erased",
                sweep::turn,
                SHORTEST,
                config.deadLetters().longestIdle());
    }

    void start(@Observes StartupEvent event) {
        loop.nudge();
    }

    /** What is not reached in time is found again. */
    void stop(@Observes ShutdownEvent event) {
        loop.stop()
                .completeOnTimeout(null, LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
