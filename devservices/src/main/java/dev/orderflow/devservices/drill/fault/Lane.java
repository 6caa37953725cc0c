package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.drill.schedule.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Does planned faults one after the other, none before its time. Where the system is slow to recover, the next waits: at
 * least for the calm that was planned, which begins when what was hit is ready again.
 */
final class Lane {

    private final Injector injector;
    private final Instant begin;
    private final Consumer<Planned> starting;
    private final Consumer<Done> done;

    Lane(Injector injector, Instant begin, Consumer<Planned> starting, Consumer<Done> done) {
        this.injector = injector;
        this.begin = begin;
        this.starting = starting;
        this.done = done;
    }

    void run(List<Planned> faults) {
        try {
            for (Planned next : faults) {
                Thread.sleep(Duration.between(Instant.now(), begin.plus(next.at())));
                starting.accept(next);
                done.accept(inject(next));
                Thread.sleep(next.calm());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Done inject(Planned next) throws InterruptedException {
        Instant began = Instant.now();
        List<String> targets = List.of();
        String failure = "";
        try {
            targets = injector.targets(next.fault());
            injector.inject(next.fault(), targets);
        } catch (RuntimeException | ExecutionException e) {
            failure = String.valueOf(e.getMessage());
        }
        return new Done(next.at(), next.fault(), targets, began, Instant.now(), failure);
    }
}
