package dev.orderflow.notification.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How events are sent to customers' endpoints. */
@ConfigMapping(prefix = "orderflow.notification.webhook")
public interface WebhookConfig {

    /** How long an event is tried, from its beginning or from a retry by hand. */
    @WithDefault("72h")
    Duration patience();

    /** How long an endpoint may take to answer; to be connected to, as long again. */
    @WithDefault("15s")
    Duration timeout();

    /** How long an endpoint's name may take to be resolved. */
    @WithDefault("5s")
    Duration lookupTimeout();

    /** First wait after a failed attempt; doubles, with jitter. */
    @WithDefault("5s")
    Duration firstBackoff();

    /** Longest wait between two attempts. */
    @WithDefault("6h")
    Duration longestBackoff();

    /** How long after an attempt a retry of the same delivery by hand is refused (429). */
    @WithDefault("10s")
    Duration retryPause();

    /** Calls of one endpoint in flight at once in this process. */
    @WithDefault("4")
    int perEndpoint();

    /** Calls of all endpoints in flight at once in this process; what {@code orderflow.messaging.tasks.concurrency} has more is mail's. */
    @WithDefault("32")
    int atOnce();

    /** How long a delivery that is over stays in the list. */
    @WithDefault("720h")
    Duration kept();

    /** Hosts that may be called by http, on any port and at any address. For development: a customer must not reach our own network. */
    Optional<Set<String>> trustedHosts();
}
