package dev.orderflow.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

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
                .setConnectionTimeout(0) // TimedPool's Javadoc tells why
                .setMaxWaitQueueSize(config.waiting());
        var pool = PgPool.pool(input.vertx(), input.pgConnectOptionsList(), options);
        return new TimedPool(input.vertx(), pool, config.acquireTimeout());
    }
}
