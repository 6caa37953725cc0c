package dev.orderflow.inventory.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the stock gate in Redis is told, and how often. */
@ConfigMapping(prefix = "orderflow.inventory.gate")
interface GateConfig {

    /** All levels are pushed again this often, so that whatever Redis has lost or got wrong heals. */
    @WithDefault("5s")
    Duration pushEvery();

    /** Levels per push. */
    @WithDefault("500")
    int batch();
}
