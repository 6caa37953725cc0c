package dev.orderflow.payment.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the provider's books are compared with ours, and how far back. */
@ConfigMapping(prefix = "orderflow.payment.reconciliation")
interface ReconciliationConfig {

    /** From the beginning of one run to that of the next; one run at a time over all replicas. */
    @WithDefault("1h")
    Duration every();

    /** How often a replica looks whether a run is due, and counts the differences for the metrics. */
    @WithDefault("15s")
    Duration poll();

    /** Intents that were created, and payments that have changed, in this time are compared. */
    @WithDefault("3d")
    Duration lookBack();

    /** What has changed in this time is in flight and left for a later run; longer than the time to pay. */
    @WithDefault("15m")
    Duration grace();

    /** A run that has not ended by then, because the provider was away, is given up for a new one. */
    @WithDefault("6h")
    Duration longest();
}
