package dev.orderflow.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one process does for its clients at once, and how long it waits for them. */
@ConfigMapping(prefix = "orderflow.http")
interface HttpConfig {

    /**
     * How many requests may be under way. What they wait for, connections to the database, are far fewer: more would only
     * wait longer, and time out.
     */
    @WithDefault("500")
    int atOnce();

    /** How long a body may take to arrive. */
    @WithDefault("30s")
    Duration bodyPatience();
}
