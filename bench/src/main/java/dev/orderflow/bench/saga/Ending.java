package dev.orderflow.bench.saga;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Whether there is nothing more to wait for: each of some orders has ended, or for too long none of them has. So a long
 * backlog is waited for, and lost orders are not.
 */
final class Ending implements BooleanSupplier {

    private final Set<String> open;
    private final Predicate<String> hasEnded;
    private final long patience;
    private final LongSupplier nanoTime;
    private long lastEnd;

    /** @param nanoTime as {@link System#nanoTime} tells it */
    Ending(Collection<String> orders, Predicate<String> hasEnded, Duration patience, LongSupplier nanoTime) {
        this.open = new HashSet<>(orders);
        this.hasEnded = hasEnded;
        this.patience = patience.toNanos();
        this.nanoTime = nanoTime;
        this.lastEnd = nanoTime.getAsLong();
    }

    @Override
    public boolean getAsBoolean() {
        long now = nanoTime.getAsLong();
        if (open.removeIf(hasEnded)) {
            lastEnd = now;
        }
        return open.isEmpty() || now - lastEnd > patience;
    }
}
