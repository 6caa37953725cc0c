package dev.orderflow.console;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are, and how much of them one console takes. */
@ConfigMapping(prefix = "orderflow.console")
interface ConsoleConfig {

    Upstreams upstreams();

    /** How long connecting may take, and waiting for a connection. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long a service may say nothing: before its answer, within it, in a WebSocket. Above the heartbeat of its streams. */
    @WithDefault("45s")
    Duration patience();

    /** Connections to each service, one for each call and stream under way. */
    @WithDefault("512")
    int connections();

    /** Calls that wait for one of them; more are 503. */
    @WithDefault("512")
    int waiting();

    /** The largest body that is forwarded. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** The base of each service: scheme, host and port, without a path. */
    interface Upstreams {

        URI order();

        URI inventory();

        URI payment();

        URI shipping();

        URI notification();

        URI loyalty();

        URI analytics();
    }
}
