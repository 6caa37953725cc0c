package dev.orderflow.order.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the stock gate may take, and how long its holds last. */
@ConfigMapping(prefix = "orderflow.order.gate")
interface GateConfig {

    /** Redis may take this long for an order, from its turn; then the order is accepted without it. */
    @WithDefault("50ms")
    Duration timeout();

    /** This many orders ask Redis at a time; the others stand in line. */
    @WithDefault("32")
    int calls();

    /** Who stands in line for longer is told to come again (503): this replica is overloaded, whatever Redis does. */
    @WithDefault("2s")
    Duration line();

    /** A hold that inventory does not settle ends by itself after this; longer than inventory takes to decide. */
    @WithDefault("2m")
    Duration hold();
}
