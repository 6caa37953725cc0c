package dev.orderflow.messaging.journal;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the partitions of the coming months. Any replica may do it, any number of times. */
@ApplicationScoped
class PartitionKeeper {

    private static final String ENSURE = "SELECT ensure_partitions(2)";

    private final Pool pool;

    @Inject
    PartitionKeeper(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "6h", delayed = "1m", identity = "partition-keeper")
    Uni<Void> ensure() {
        return pool.query(ENSURE).execute().replaceWithVoid();
    }
}
