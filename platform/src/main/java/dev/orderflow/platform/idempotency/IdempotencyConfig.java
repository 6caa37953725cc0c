package dev.orderflow.platform.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long clients may repeat themselves. */
@ConfigMapping(prefix = "orderflow.idempotency")
interface IdempotencyConfig {

    /** How long a key is remembered after its first success. */
    @WithDefault("24h")
    Duration retention();

    /** How often keys beyond their retention are deleted, by every replica; they count as absent before. */
    @WithDefault("10m")
    Duration sweepEvery();

    /** How many keys one statement deletes at most. */
    @WithDefault("1000")
    int sweepBatch();
}
