package dev.orderflow.notification.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How customers are told as it happens. Pings and the size of frames are {@code quarkus.websockets-next.server.*}. */
@ConfigMapping(prefix = "orderflow.notification.live")
interface LiveConfig {

    /** Connections that a replica holds open. */
    @WithDefault("2000")
    int connections();

    /** Of these, connections of one customer. */
    @WithDefault("10")
    int perCustomer();

    /** How often is looked for what other replicas have committed, while anybody watches. */
    @WithDefault("500ms")
    Duration poll();

    /** Commits of this replica within this time share one look. */
    @WithDefault("50ms")
    Duration gather();

    /** How long after its beginning a notification's changes are told; beyond it only the list tells them. */
    @WithDefault("1m")
    Duration window();

    /** Messages that a reader may leave in its pipe; one that leaves more is cut off. */
    @WithDefault("64")
    int backlog();

    /** A connection that answers no ping for this long is closed. */
    @WithDefault("1m")
    Duration silence();

    /** Origins of pages that may connect, beside those of this service itself: {@code https://shop.example.com}. */
    Optional<Set<String>> allowedOrigins();
}
