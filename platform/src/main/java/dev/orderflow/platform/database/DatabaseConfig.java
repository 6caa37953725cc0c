package dev.orderflow.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long work waits for a connection and for an answer before it fails, and who brings the schema to this release. */
@ConfigMapping(prefix = "orderflow.database")
interface DatabaseConfig {

    /** How long one piece of work waits for a connection at most; then it fails as transient (503). */
    @WithDefault("5s")
    Duration acquireTimeout();

    /**
     * How long a connection may be silent before it is taken for dead, and the statement that waits on it fails; longer
     * than quarkus.datasource.reactive.idle-timeout and the server's transaction_timeout together.
     */
    @WithDefault("30s")
    Duration silence();

    /** How many may wait; more fail at once, because they would time out anyway. */
    @WithDefault("1000")
    int waiting();

    /** False where a step of its own migrates: then this process waits for it, and starts on a newer schema as well. */
    @WithDefault("true")
    boolean migrate();
}
