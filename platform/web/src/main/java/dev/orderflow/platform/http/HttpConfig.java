package dev.orderflow.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one process does for its clients at once, and how long it waits for them. */
@ConfigMapping(prefix = "orderflow.http")
interface HttpConfig {

    /**
     * How many requests may be under way; more than wait for a connection to the database (orderflow.database.waiting), who
     * are turned away there. Fewer would be worse: a crowd that is refused at once asks again at once, and at 500 the refusals
     * of two thousand customers who never pause left no time for orders.
     */
    @WithDefault("2500")
    int atOnce();

    /** How long a body may take to arrive. */
    @WithDefault("30s")
    Duration bodyPatience();
}
