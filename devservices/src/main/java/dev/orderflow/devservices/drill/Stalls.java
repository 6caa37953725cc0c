package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Stall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Watches the machine until it is closed: a thread that wants to go on ten times a second, and finds that it could not for
 * a second or more. Whatever is measured against a bound is not to blame for that time.
 */
final class Stalls implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STALLED = Duration.ofSeconds(1);

    private final List<Stall> seen = new CopyOnWriteArrayList<>();
    private final Thread watcher = Thread.ofPlatform().daemon().name("stalls").unstarted(this::watch);
    private Instant last;

    private Stalls(Instant begin) {
        this.last = begin;
    }

    static Stalls watching() {
        Stalls stalls = new Stalls(Instant.now());
        stalls.watcher.start();
        return stalls;
    }

    /** Has seen none, and looks when it is told to. */
    static Stalls from(Instant begin) {
        return new Stalls(begin);
    }

    List<Stall> seen() {
        return List.copyOf(seen);
    }

    void tick(Instant now) {
        if (Duration.between(last, now).compareTo(STALLED.plus(TICK)) >= 0) {
            seen.add(new Stall(last.plus(TICK), now));
        }
        last = now;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(TICK);
                tick(Instant.now());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
