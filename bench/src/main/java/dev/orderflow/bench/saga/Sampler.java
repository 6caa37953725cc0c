package dev.orderflow.bench.saga;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Writes a figure down each second, from the beginning on, until it is closed. */
final class Sampler implements AutoCloseable {

    private final List<Long> samples = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private Sampler() {}

    static Sampler of(LongSupplier figure) {
        var sampler = new Sampler();
        sampler.clock.scheduleAtFixedRate(
                () -> sampler.samples.add(figure.getAsLong()), 0, 1_000, TimeUnit.MILLISECONDS);
        return sampler;
    }

    List<Long> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        clock.close();
    }
}
