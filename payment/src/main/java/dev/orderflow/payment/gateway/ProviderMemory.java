package dev.orderflow.payment.gateway;

import dev.orderflow.payment.persistence.AttemptTable;
import dev.orderflow.payment.persistence.ProviderEventTable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Forgets webhooks that the provider will not send again, and what came of asking it long ago. Any replica may do it, any
 * number of times.
 */
@ApplicationScoped
class ProviderMemory {

    private static final int AT_ONCE = 1_000;

    private final ProviderEventTable events;
    private final AttemptTable attempts;
    private final ProviderConfig config;
    private final Pool pool;

    @Inject
    ProviderMemory(ProviderEventTable events, AttemptTable attempts, ProviderConfig config, Pool pool) {
        this.events = events;
        this.attempts = attempts;
        this.config = config;
        this.pool = pool;
    }

    @Scheduled(every = "1h", delayed = "5m", identity = "provider-memory")
    Uni<Void> forget() {
        return all(() -> events.forget(pool, config.webhookMemory(), AT_ONCE))
                .chain(() -> all(() -> attempts.forget(pool, config.attemptMemory(), AT_ONCE)));
    }

    private static Uni<Void> all(Supplier<Uni<Integer>> part) {
        return part.get()
                .chain(gone -> gone == AT_ONCE ? all(part) : Uni.createFrom().voidItem());
    }
}
