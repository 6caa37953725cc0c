package dev.orderflow.bench.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * How many orders Postgres takes through the services' own driver when nothing but their rows is written: the newest order
 * and its first event, again and again under new ids, into tables with the same columns and indexes. One statement each, a
 * transaction by itself, on disk before the next of its connection.
 */
final class Inserts {

    private static final int CONNECTIONS = 16;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final String TABLES = """
            DROP TABLE IF EXISTS bench_order;
            DROP TABLE IF EXISTS bench_journal;
            CREATE TABLE bench_order (LIKE orders INCLUDING ALL);
            CREATE TABLE bench_journal (LIKE journal INCLUDING ALL)""";

    private static final String GONE = "DROP TABLE bench_order; DROP TABLE bench_journal";

    private static final String NEWEST_ORDER = "SELECT * FROM orders ORDER BY created_at DESC, id DESC LIMIT 1";
    private static final String ITS_EVENT = "SELECT * FROM journal WHERE key = $1 ORDER BY version LIMIT 1";

    private final URI database;

    Inserts(OrderflowSystem system) {
        this.database = URI.create(system.endpoints().jdbcUrl(Service.ORDER).replaceFirst("^jdbc:", ""));
    }

    ObjectNode run() {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var pool = PgBuilder.pool()
                .connectingTo(options())
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .using(vertx)
                .build();
        try {
            Caller.await(pool.query(TABLES).execute());
            var node = measured(pool);
            Caller.await(pool.query(GONE).execute());
            return node;
        } finally {
            Caller.await(pool.close());
            Caller.await(vertx.close());
        }
    }

    private static ObjectNode measured(Pool pool) {
        var order = only(pool.query(NEWEST_ORDER).execute());
        var event = only(pool.preparedQuery(ITS_EVENT)
                .execute(Tuple.of(order.getUUID("id").toString())));
        var lines = new InsertLines(pool, new CopyOfRows(order, event));
        long began = System.nanoTime();
        long rows = Caller.await(lines.run(CONNECTIONS, began + NANOS));
        double seconds = (System.nanoTime() - began) / 1e9;
        var node = Json.object().put("connections", CONNECTIONS).put("perSecond", Figures.rounded(rows / seconds));
        node.set("each", Figures.times(lines.micros()));
        return node;
    }

    private static Row only(Future<RowSet<Row>> found) {
        return Caller.await(found).iterator().next();
    }

    private PgConnectOptions options() {
        return new PgConnectOptions()
                .setHost(database.getHost())
                .setPort(database.getPort())
                .setDatabase(database.getPath().substring(1))
                .setUser(Postgres.USER)
                .setPassword(Postgres.PASSWORD)
                .setCachePreparedStatements(true);
    }
}
