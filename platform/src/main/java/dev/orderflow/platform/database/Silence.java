package dev.orderflow.platform.database;

import io.vertx.pgclient.PgConnectOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections on which nothing comes any more: a cable that was pulled, or a server that stands still, sends no
 * farewell, and without a limit a statement would wait for its answer for as long as TCP sends it again, a quarter of an
 * hour. The server ends each of its transactions in time, so a silence that is longer is none of its answers.
 *
 * <p>It counts from the last byte that was read. A connection that has rested in the pool must have time left for a whole
 * transaction: the pool's idle timeout and the server's transaction_timeout together are shorter than the limit.
 *
 * <p>A statement that does not fit the socket's buffers (tens of kilobytes to megabytes) is not covered: Vert.x flushes
 * before it closes, and nobody takes the rest. It waits for TCP to give up, and its connection with it.
 */
final class Silence {

    private Silence() {}

    /** @param connecting for how long a server is asked for a connection that does not answer at all */
    static PgConnectOptions limit(PgConnectOptions server, Duration longest, Duration connecting) {
        var limited = new PgConnectOptions(server);
        limited.setConnectTimeout(Math.toIntExact(connecting.toMillis()));
        limited.setReadIdleTimeout(Math.toIntExact(longest.toMillis()));
        limited.setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return limited;
    }
}
