package dev.orderflow.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** A pool whose queue ends: Quarkus has no setting for it, and without one a full pool answers by silence. */
@Singleton
class BoundedPool implements PgPoolCreator {

    private final DatabaseConfig config;

    @Inject
    BoundedPool(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    @SuppressWarnings("deprecation") // Quarkus 3.32 casts to the deprecated type
    public Pool create(Input input) {
        var options = input.poolOptions()
                .setConnectionTimeout((int) Math.max(1, config.acquireTimeout().toSeconds()))
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setMaxWaitQueueSize(config.waiting());
        return PgPool.pool(input.vertx(), input.pgConnectOptionsList(), options);
    }
}
