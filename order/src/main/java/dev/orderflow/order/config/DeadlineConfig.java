package dev.orderflow.order.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long an order waits in each status. What may still be cancelled is cancelled then, the rest becomes stuck. A
 * changed value applies to waits that begin after it.
 */
@ConfigMapping(prefix = "orderflow.order.deadlines")
public interface DeadlineConfig {

    /** For inventory to reserve; cancelled after it. Longer than a participant's restart, which no order shall notice. */
    @WithDefault("10m")
    Duration pending();

    /** For payment to capture, which is told this limit; cancelled after it. */
    @WithDefault("10m")
    Duration reserved();

    /** For the carrier to take the parcel; recalled after it. */
    @WithDefault("2d")
    Duration confirmed();

    /** For shipping to answer a recall; stuck after it. */
    @WithDefault("10m")
    Duration recalling();

    /** For inventory and payment to undo their parts; stuck after it. */
    @WithDefault("15m")
    Duration cancelling();

    /** For the carrier to deliver; stuck after it. */
    @WithDefault("14d")
    Duration shipped();

    /** For a returned parcel to arrive; stuck after it. */
    @WithDefault("30d")
    Duration returning();

    /** For the refund and the restocking of a return; stuck after it. */
    @WithDefault("1h")
    Duration refunding();
}
