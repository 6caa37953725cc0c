package dev.orderflow.order.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the stock gate may take, and how long its holds last. */
@ConfigMapping(prefix = "orderflow.order.gate")
interface GateConfig {

    /** An order waits this long for the gate at most, then it is accepted without it. */
    @WithDefault("50ms")
    Duration timeout();

    /** A hold that inventory does not settle ends by itself after this; longer than inventory takes to decide. */
    @WithDefault("2m")
    Duration hold();
}
