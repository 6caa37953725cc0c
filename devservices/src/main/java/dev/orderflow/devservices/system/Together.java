package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.PartFailed;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Does the same to several things at the same time. */
final class Together {

    private Together() {}

    /**
     * Returns when all are done. If one fails, or this thread is interrupted, the others are interrupted; it fails when
     * none of them works any more, so that nothing is started behind the caller's back.
     */
    static <T> void forEach(Collection<T> items, Consumer<T> action) {
        BlockingQueue<Optional<RuntimeException>> results = new LinkedBlockingQueue<>();
        List<Thread> threads = items.stream()
                .map(item -> Thread.startVirtualThread(() -> results.add(attempt(item, action))))
                .toList();
        try {
            for (int done = 0; done < threads.size(); done++) {
                Optional<RuntimeException> failure = results.take();
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        } finally {
            end(threads);
        }
    }

    private static <T> Optional<RuntimeException> attempt(T item, Consumer<T> action) {
        try {
            action.accept(item);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static void end(List<Thread> threads) {
        boolean interrupted = Thread.interrupted();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
