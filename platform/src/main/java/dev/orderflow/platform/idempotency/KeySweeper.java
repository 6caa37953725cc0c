package dev.orderflow.platform.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Deletes keys beyond their retention, in small statements. */
@Singleton
class KeySweeper {

    private final Pool pool;
    private final KeyStore keys;
    private final IdempotencyConfig config;

    @Inject
    KeySweeper(Pool pool, KeyStore keys, IdempotencyConfig config) {
        this.pool = pool;
        this.keys = keys;
        this.config = config;
    }

    @Scheduled(
            every = "${orderflow.idempotency.sweep-every:10m}",
            delayed = "${orderflow.idempotency.sweep-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return keys.sweep(pool, config.sweepBatch())
                .chain(deleted -> deleted == config.sweepBatch()
                        ? sweep()
                        : Uni.createFrom().voidItem());
    }
}
