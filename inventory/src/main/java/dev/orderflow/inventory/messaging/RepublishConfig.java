package dev.orderflow.inventory.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is published again when this process takes over the relay. */
@ConfigMapping(prefix = "orderflow.inventory.republish")
interface RepublishConfig {

    /** How far back a change may lie; longer than a dead relay's producer can still flush what it had buffered. */
    @WithDefault("1h")
    Duration window();

    /** Products per transaction. */
    @WithDefault("500")
    int batch();
}
