package dev.orderflow.order.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deadlines are enforced. */
@ConfigMapping(prefix = "orderflow.order.sweeper")
public interface SweeperConfig {

    /** False for a process that leaves it to others. */
    @WithDefault("true")
    boolean enabled();

    /** Pause between two looks; a deadline takes effect at most this late. */
    @WithDefault("1s")
    Duration every();

    /** Orders per transaction. */
    @WithDefault("200")
    int batch();

    /** How long an order whose deadline can't be enforced is left out, so that it doesn't hold up the others. */
    @WithDefault("5m")
    Duration culpritPause();
}
