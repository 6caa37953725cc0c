package dev.orderflow.messaging.transaction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits without a thread, and goes on on the context that it was called on (Mutiny's own delay would leave it). */
@Singleton
public final class Pause {

    private final Vertx vertx;

    @Inject
    public Pause(Vertx vertx) {
        this.vertx = vertx;
    }

    public Uni<Void> of(Duration duration) {
        return Uni.createFrom()
                .emitter(waiting -> vertx.setTimer(Math.max(1, duration.toMillis()), timer -> waiting.complete(null)));
    }

    /**
     * Exponential backoff with full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"), never below a
     * tenth of its range so that a hot loop is impossible.
     *
     * @param attempt 1 for the first failure
     */
    public static Duration backoff(int attempt, Duration first, Duration longest) {
        long ceiling = Math.max(1, Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20)));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, ceiling / 10), ceiling + 1));
    }
}
