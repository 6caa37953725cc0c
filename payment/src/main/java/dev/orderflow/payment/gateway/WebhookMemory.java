package dev.orderflow.payment.gateway;

import dev.orderflow.payment.persistence.ProviderEventTable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forgets webhooks that the provider will not send again. Any replica may do it, any number of times. */
@ApplicationScoped
class WebhookMemory {

    private static final int AT_ONCE = 1_000;

    private final ProviderEventTable events;
    private final ProviderConfig config;
    private final Pool pool;

    @Inject
    WebhookMemory(ProviderEventTable events, ProviderConfig config, Pool pool) {
        this.events = events;
        this.config = config;
        this.pool = pool;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "webhook-memory")
    Uni<Void> forget() {
        return events.forget(pool, config.webhookMemory(), AT_ONCE)
                .chain(gone -> gone == AT_ONCE ? forget() : Uni.createFrom().voidItem());
    }
}
