package dev.orderflow.analytics.streams;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept, and for how long. */
@ConfigMapping(prefix = "orderflow.analytics")
public interface AnalyticsConfig {

    /** Part of the application's id: with another one everything is counted anew from the topics, beside the old. */
    @WithDefault("1")
    String generation();

    /** Where the stores are; a replica's own directory, which may be empty. */
    @WithDefault("analytics-state")
    String state();

    /** How long a minute can be asked for. */
    @WithDefault("35d")
    Duration minutesKept();

    /** How long an order is remembered after it was placed; what is repeated later than this counts again. */
    @WithDefault("180d")
    Duration ordersKept();

    /** How long the broker may keep what a store has replaced or forgotten. */
    @WithDefault("1d")
    Duration compactionLag();

    /** How long another replica has to answer. */
    @WithDefault("2s")
    Duration patience();
}
