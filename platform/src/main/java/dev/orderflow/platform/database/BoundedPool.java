package dev.orderflow.platform.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A pool whose queue ends: Quarkus has no setting for it, and without one a full pool answers by silence. So would a server
 * that can't be reached any more. It makes no connection before the schema is there.
 */
@Singleton
class BoundedPool implements PgPoolCreator {

    private final DatabaseConfig config;
    private final Schema schema;

    @Inject
    BoundedPool(DatabaseConfig config, Schema schema) {
        this.config = config;
        this.schema = schema;
    }

    @Override
    public Pool create(Input input) {
        var options = input.poolOptions()
                .setConnectionTimeout(0) // TimedPool's Javadoc tells why
                .setMaxWaitQueueSize(config.waiting());
        var pool = PgBuilder.pool()
                .with(options)
                .connectingTo(servers(limited(input.pgConnectOptionsList())))
                .using(input.vertx())
                .build();
        return new TimedPool(input.vertx(), pool, config.acquireTimeout());
    }

    private List<PgConnectOptions> limited(List<PgConnectOptions> servers) {
        return servers.stream()
                .map(server -> Silence.limit(server, config.silence(), config.acquireTimeout()))
                .toList();
    }

    /** In turn, as the client itself does with a list. */
    private Supplier<Future<SqlConnectOptions>> servers(List<PgConnectOptions> servers) {
        var turn = new AtomicInteger();
        return () -> schema.missing()
                .<Future<SqlConnectOptions>>map(reason -> Future.failedFuture(new ConnectException(reason)))
                .orElseGet(() ->
                        Future.succeededFuture(servers.get(Math.floorMod(turn.getAndIncrement(), servers.size()))));
    }
}
