package dev.orderflow.client;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and how often a call that may be repeated is tried. The pauses double, each shortened at random by up to a half,
 * so that many clients don't come back together; a service's Retry-After comes before them.
 *
 * @param total after so long since the first try no other is begun
 * @param firstPause after the first try
 * @param longestPause no pause is longer, but for Retry-After
 */
public record RetryPolicy(Duration total, Duration firstPause, Duration longestPause) {

    public static RetryPolicy standard() {
        return new RetryPolicy(Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    public static RetryPolicy none() {
        return new RetryPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    public RetryPolicy within(Duration time) {
        return new RetryPolicy(time, firstPause, longestPause);
    }

    /**
     * How long to wait before the next try; empty if there is no time for one.
     *
     * @param tries that were made
     * @param retryAfter zero if the service named none
     * @param chance 0 to 1
     */
    Optional<Duration> pause(int tries, Duration elapsed, Duration retryAfter, double chance) {
        long backoff = Math.min(firstPause.toNanos() << Math.min(tries - 1, 16), longestPause.toNanos());
        var pause = retryAfter.plusNanos((long) (backoff * (1 - chance / 2)));
        return elapsed.plus(pause).compareTo(total) < 0 ? Optional.of(pause) : Optional.empty();
    }
}
