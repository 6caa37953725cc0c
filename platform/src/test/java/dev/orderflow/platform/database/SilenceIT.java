package dev.orderflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.transaction.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool of one connection, whose cable is pulled: without a limit it would never answer again. */
class SilenceIT {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx();
    private SilentLink link;
    private Pool pool;

    @BeforeEach
    void connect() throws IOException {
        var parts = EmbeddedParts.shared();
        var server = PgConnectOptions.fromUri(parts.reactiveUrl(parts.createDatabase("silence")))
                .setUser(parts.user())
                .setPassword(parts.password());
        link = SilentLink.before(server.getPort());
        var silenced = new PgConnectOptions(server).setHost("127.0.0.1").setPort(link.port());
        pool = new TimedPool(
                vertx,
                PgBuilder.pool()
                        .connectingTo(Silence.limit(silenced, LONGEST, Duration.ofSeconds(5)))
                        .with(new PoolOptions().setMaxSize(1))
                        .using(vertx)
                        .build(),
                Duration.ofSeconds(5));
    }

    @AfterEach
    void close() throws Exception {
        got(vertx.close());
        link.close();
    }

    @Test
    void failsTheStatementThatWaitsAndConnectsAnew() throws Exception {
        assertThat(ask()).isEqualTo(1);

        link.pullTheCable();

        assertThatThrownBy(this::ask)
                .isInstanceOf(ExecutionException.class)
                .satisfies(failure -> assertThat(Faults.of(failure)).isEqualTo(Faults.TIMEOUT));
        assertThat(askAnew()).as("on a new connection").isEqualTo(1);
    }

    /** While it ends the pool may hand over the old connection once more, which says so: that is tried again. */
    private int askAnew() throws Exception {
        try {
            return ask();
        } catch (ExecutionException closing) {
            assertThat(Faults.of(closing)).isEqualTo(Faults.TRANSIENT);
            return ask();
        }
    }

    private int ask() throws Exception {
        return got(pool.query("SELECT 1").execute()).iterator().next().getInteger(0);
    }

    /** Eight times what is promised: a busy machine may take its time, but silence without a limit lasts for ever. */
    private static <T> T got(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds() * 8, TimeUnit.SECONDS);
    }
}
