package dev.orderflow.notification.webhook;

import dev.orderflow.notification.persistence.HookDeliveries;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Deletes deliveries beyond their retention, in small statements. */
@Singleton
class DeliverySweeper {

    private static final int BATCH = 1000;

    private final HookDeliveries deliveries;
    private final Pool pool;
    private final WebhookConfig config;

    @Inject
    DeliverySweeper(HookDeliveries deliveries, Pool pool, WebhookConfig config) {
        this.deliveries = deliveries;
        this.pool = pool;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return deliveries
                .sweep(pool, config.kept(), BATCH)
                .chain(deleted -> deleted == BATCH ? sweep() : Uni.createFrom().voidItem());
    }
}
