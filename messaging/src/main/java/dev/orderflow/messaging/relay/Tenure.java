package dev.orderflow.messaging.relay;

import java.time.Duration;

/**
 * A lease as its holder's own clock sees it: it begins when it was asked for, which is never later than the database
 * thinks. Moments are {@link System#nanoTime}'s, which goes on while a process is frozen.
 */
final class Tenure {

    private static final int RENEWALS_PER_LEASE = 3;

    /** Of the lease: in it the producer is closed, and clocks that do not go alike make no difference. */
    private static final int MARGIN = 10;

    private final Lease lease;
    private final Duration length;
    private volatile long since;

    Tenure(Lease lease, Duration length, long asked) {
        this.lease = lease;
        this.length = length;
        this.since = asked;
    }

    Lease lease() {
        return lease;
    }

    /** @param asked when the renewal that has succeeded was sent */
    void renewed(long asked) {
        since = asked;
    }

    /** Early enough to fail twice. */
    boolean isDue(long now) {
        return now - since > renewal().toNanos();
    }

    /** Nothing may be sent from now on: soon it may be another's. */
    boolean isOver(long now) {
        return !left(now).isPositive();
    }

    /** How long may still be sent, if it is not renewed meanwhile. */
    Duration left(long now) {
        return length.minus(length.dividedBy(MARGIN)).minusNanos(now - since);
    }

    Duration renewal() {
        return length.dividedBy(RENEWALS_PER_LEASE);
    }
}
