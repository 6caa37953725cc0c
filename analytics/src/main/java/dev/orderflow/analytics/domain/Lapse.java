package dev.orderflow.analytics.domain;

import java.time.Duration;

/**
 * How long a step of one order took.
 *
 * @param took by the times at which order recorded its two ends; never negative, even if that clock was set back
 */
public record Lapse(Step step, Duration took) {

    public Lapse {
        took = took.isNegative() ? Duration.ZERO : took;
    }
}
