package dev.orderflow.messaging.consumer;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * When the application stops, the batches in hand are finished and no other is begun. The pool closes before the channels
 * do: a batch in the middle would fail, wait, and hold up the channel for nothing. What was polled and not begun comes to
 * another replica.
 */
@Singleton
final class LastBatches {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private int inHand;
    private boolean stopping;

    /** The work, or nothing for ever once the application stops. */
    <T> Uni<T> during(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> begin()
                        ? work.get().onTermination().invoke(this::end)
                        : Uni.createFrom().nothing());
    }

    private synchronized boolean begin() {
        if (!stopping) {
            inHand++;
        }
        return !stopping;
    }

    private synchronized void end() {
        inHand--;
        completeWhenEnded();
    }

    private void completeWhenEnded() {
        if (stopping && inHand == 0) {
            ended.complete(null);
        }
    }

    /** First of all: what they commit, the relay may still publish. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        stopBeginning()
                .completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Completes when nothing is in hand any more. */
    synchronized CompletableFuture<Void> stopBeginning() {
        stopping = true;
        completeWhenEnded();
        return ended.copy();
    }
}
