package dev.orderflow.order.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the rate limit may take; how much it lets through is platform's {@code orderflow.rate-limit}. */
@ConfigMapping(prefix = "orderflow.order.rate-limit")
interface BucketConfig {

    /** As long may a call stand in line for Redis, and as long may Redis take; then it goes on without a limit. */
    @WithDefault("30ms")
    Duration timeout();

    /** This many calls ask Redis at a time, so that a crowd does not make it slow for the stock gate. */
    @WithDefault("32")
    int calls();
}
