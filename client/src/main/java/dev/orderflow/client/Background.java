package dev.orderflow.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Virtual threads: one for each call that waits. */
final class Background implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Cancelling the future interrupts the work, which a CompletableFuture does not do by itself. */
    <T> CompletableFuture<T> run(Supplier<T> work) {
        var future = new CompletableFuture<T>();
        var running = threads.submit(() -> complete(future, work));
        future.whenComplete((result, failure) -> interruptIf(future.isCancelled(), running));
        return future;
    }

    /** Its failure is the caller's, whatever it is. */
    private static <T> void complete(CompletableFuture<T> future, Supplier<T> work) {
        try {
            future.complete(work.get());
        } catch (Throwable failure) {
            future.completeExceptionally(failure);
        }
    }

    private static void interruptIf(boolean cancelled, Future<?> running) {
        if (cancelled) {
            running.cancel(true);
        }
    }

    ExecutorService threads() {
        return threads;
    }

    /** What is still under way is interrupted. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
