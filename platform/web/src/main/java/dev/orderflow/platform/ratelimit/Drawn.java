package dev.orderflow.platform.ratelimit;

import dev.orderflow.platform.ratelimit.Buckets.Level;
import java.time.Duration;

/**
 * A bucket after somebody has drawn from it, kept as the time at which it is full again (GCRA).
 *
 * @param fullAt nanoseconds, on a clock of which only differences count
 */
record Drawn(long fullAt, Level level) {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    /**
     * @param full when it was to be full; what has passed is full
     * @param tokens to take, all of them or none
     */
    static Drawn from(long full, long now, int tokens, int burst, int perSecond) {
        long each = SECOND / perSecond;
        long missing = Math.clamp(full - now, 0, burst * each);
        long after = missing + tokens * each;
        long over = after - burst * each;
        return over > 0
                ? new Drawn(now + missing, new Level(false, left(missing, burst, each), time(over), time(missing)))
                : new Drawn(now + after, new Level(true, left(after, burst, each), Duration.ZERO, time(after)));
    }

    private static long left(long missing, int burst, long each) {
        return (burst * each - missing) / each;
    }

    /** Rounded up: who comes back then does not come too early. */
    private static Duration time(long nanos) {
        return Duration.ofMillis(Math.ceilDiv(nanos, MILLI));
    }
}
