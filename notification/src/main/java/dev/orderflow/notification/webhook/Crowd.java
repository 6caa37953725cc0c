package dev.orderflow.notification.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The calls that this process has in flight. An endpoint that takes its whole timeout for each call holds a few of them
 * and no more, and all endpoints together leave room for mails.
 */
@Singleton
class Crowd {

    private final Map<UUID, Integer> byEndpoint = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private final int perEndpoint;
    private final int atOnce;

    @Inject
    Crowd(WebhookConfig config) {
        this(config.perEndpoint(), config.atOnce());
    }

    Crowd(int perEndpoint, int atOnce) {
        this.perEndpoint = perEndpoint;
        this.atOnce = atOnce;
    }

    /** False if there is no room; else {@link #leave} must be called. */
    boolean join(UUID endpoint) {
        if (all.incrementAndGet() > atOnce) {
            all.decrementAndGet();
            return false;
        }
        if (byEndpoint.merge(endpoint, 1, Integer::sum) > perEndpoint) {
            leave(endpoint);
            return false;
        }
        return true;
    }

    void leave(UUID endpoint) {
        byEndpoint.computeIfPresent(endpoint, (id, calls) -> calls == 1 ? null : calls - 1);
        all.decrementAndGet();
    }
}
