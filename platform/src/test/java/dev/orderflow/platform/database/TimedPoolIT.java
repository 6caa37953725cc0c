package dev.orderflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.testing.EmbeddedParts;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedPoolIT {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final Vertx vertx = Vertx.vertx();
    private final Context first = ((VertxInternal) vertx).createEventLoopContext();
    private final Context second = ((VertxInternal) vertx).createEventLoopContext();
    private final Pool pool = new TimedPool(vertx, ofOneConnection(), LIMIT);

    @AfterEach
    void close() throws Exception {
        got(vertx.close());
    }

    @Test
    void keepsTheConnectionThatComesWhileItsWaiterGivesUp() throws Exception {
        got(on(first, () -> pool.getConnection().compose(SqlConnection::close)));
        var held = got(on(second, pool::getConnection));
        var waiter = on(second, pool::getConnection);
        var handOver = new CountDownLatch(1);
        first.runOnContext(nothing -> hold(handOver)); // the loop of the connection, through which it is handed over

        held.close();
        assertThatThrownBy(() -> got(waiter)).hasCauseInstanceOf(TimeoutException.class);
        handOver.countDown();

        var next = got(on(second, pool::getConnection));
        assertThat(got(next.query("select 1").execute()).size()).isEqualTo(1);
    }

    @Test
    void givesUpAfterItsLimit() throws Exception {
        got(on(first, pool::getConnection));
        assertThatThrownBy(() -> got(on(first, pool::getConnection)))
                .hasCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("4000 ms");
    }

    private Pool ofOneConnection() {
        var parts = EmbeddedParts.shared();
        var database = PgConnectOptions.fromUri(parts.reactiveUrl(parts.createDatabase("pool")))
                .setUser(parts.user())
                .setPassword(parts.password());
        return PgBuilder.pool()
                .connectingTo(database)
                .with(new PoolOptions().setMaxSize(1))
                .using(vertx)
                .build();
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Future<T> on(Context context, Callable<Future<T>> call) {
        var result = Promise.<T>promise();
        context.runOnContext(nothing -> {
            try {
                call.call().onComplete(result);
            } catch (Exception e) {
                result.fail(e);
            }
        });
        return result.future();
    }

    private static <T> T got(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
