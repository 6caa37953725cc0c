package dev.orderflow.payment.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long payment keeps asking the provider before it does something else. */
@ConfigMapping(prefix = "orderflow.payment.deadlines")
interface DeadlinesConfig {

    /** Time to pay for an order whose request names no deadline. */
    @WithDefault("10m")
    Duration pay();

    /** How long one task tries to find out what became of an intent or a refund; another one follows it. */
    @WithDefault("1d")
    Duration settle();

    /**
     * How long the provider is asked for a refund before RefundFailed is published; below the 24 h that it keeps keys.
     */
    @WithDefault("12h")
    Duration refund();

    /** Pause, before jitter, after a refund was refused for the first time; doubles with each further refusal. */
    @WithDefault("10s")
    Duration refundAgain();

    /** The longest of these pauses. */
    @WithDefault("5m")
    Duration refundAgainAtMost();

    /** Pause before a refund is looked at again; doubles with each look that finds it still under way. */
    @WithDefault("5s")
    Duration watchEvery();

    /** The longest of these pauses. */
    @WithDefault("1h")
    Duration watchEveryAtMost();
}
