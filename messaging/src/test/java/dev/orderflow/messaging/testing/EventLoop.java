package dev.orderflow.messaging.testing;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Runs work where an application runs it: on an event loop, in a context of its own. */
public final class EventLoop {

    private EventLoop() {}

    /**
     * To be called by a thread of the test's own: an event loop takes over the class loader of whoever first asks for it,
     * and that of the common pool's threads is what an application made of it that ran in this JVM before.
     */
    public static <T> CompletableFuture<T> start(Vertx vertx, Supplier<Uni<T>> work) {
        var outcome = new CompletableFuture<T>();
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext())
                .runOnContext(ignored -> subscribe(work, outcome));
        return outcome;
    }

    /** Whatever goes wrong, nobody waits for ever. */
    private static <T> void subscribe(Supplier<Uni<T>> work, CompletableFuture<T> outcome) {
        try {
            Uni.createFrom().deferred(work::get).subscribe().with(outcome::complete, outcome::completeExceptionally);
        } catch (Throwable failure) {
            outcome.completeExceptionally(failure);
        }
    }

    /** Rethrows what the work failed with. */
    public static <T> T await(CompletableFuture<T> outcome) {
        try {
            return outcome.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
