package dev.orderflow.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one customer may ask of this service: of all its replicas together where they share the buckets, else of each.
 * Operators may ask for more: they have no limit.
 */
@ConfigMapping(prefix = "orderflow.rate-limit")
interface RateLimitConfig {

    /** Whether there is one. */
    @WithDefault("true")
    boolean enabled();

    /** Calls that change nothing. */
    Reads reads();

    /** All others. */
    Writes writes();

    /** A bucket. */
    interface Bucket {

        /** As many calls as may come at once. */
        int burst();

        /** As many calls a second as may come for ever. */
        int perSecond();
    }

    /** A storefront that shows one customer's orders makes a few a second. */
    interface Reads extends Bucket {

        @Override
        @WithDefault("1000")
        int burst();

        @Override
        @WithDefault("100")
        int perSecond();
    }

    /** A person makes one in a minute; a shop that orders for all its customers with one token makes more. */
    interface Writes extends Bucket {

        @Override
        @WithDefault("500")
        int burst();

        @Override
        @WithDefault("50")
        int perSecond();
    }
}
