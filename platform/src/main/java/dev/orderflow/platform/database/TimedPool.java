package dev.orderflow.platform.database;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Gives up waiting for a connection after a time, and loses none by it: the connection that comes too late goes back.
 *
 * <p>The pool's own connection timeout loses them. While a connection is on its way to a waiter, a timer that fires
 * takes the waiter for one that still queues, and the connection ends in a promise that has failed already (Vert.x
 * 4.5.25, {@code SimpleConnectionPool.Cancel} and {@code SqlConnectionPool.acquire}): a pool under load runs dry.
 *
 * <p>What is queried on the pool itself, not on a connection of it, waits without a limit.
 */
@SuppressWarnings("deprecation") // Quarkus 3.32 casts to the deprecated type
final class TimedPool implements PgPool {

    private final Vertx vertx;
    private final Pool pool;
    private final Duration limit;

    TimedPool(Vertx vertx, Pool pool, Duration limit) {
        this.vertx = vertx;
        this.pool = pool;
        this.limit = limit;
    }

    /** Fails with a {@link TimeoutException} when the limit has passed. */
    @Override
    public Future<SqlConnection> getConnection() {
        Promise<SqlConnection> waiting = ((VertxInternal) vertx).promise();
        long timer = vertx.setTimer(limit.toMillis(), id -> waiting.tryFail(tooLate()));
        pool.getConnection().onComplete(acquired -> {
            vertx.cancelTimer(timer);
            hand(acquired, waiting);
        });
        return waiting.future();
    }

    private static void hand(AsyncResult<SqlConnection> acquired, Promise<SqlConnection> waiting) {
        if (acquired.failed()) {
            waiting.tryFail(acquired.cause());
        } else if (!waiting.tryComplete(acquired.result())) {
            acquired.result().close();
        }
    }

    private TimeoutException tooLate() {
        return new TimeoutException("No database connection became free within " + limit.toMillis() + " ms");
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return pool.query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return pool.preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return pool.preparedQuery(sql, options);
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        pool.connectHandler(handler);
        return this;
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        pool.connectionProvider(provider);
        return this;
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        pool.close(handler);
    }
}
