package dev.orderflow.bench.limits;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Lines that each send their next insert when their last one is on disk. */
final class InsertLines {

    private static final long LONGEST_MICROS = 60_000_000;

    private final Pool pool;
    private final CopyOfRows rows;
    private final String sql;
    private final AtomicLong sent = new AtomicLong();
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    InsertLines(Pool pool, CopyOfRows rows) {
        this.pool = pool;
        this.rows = rows;
        this.sql = rows.sql();
    }

    /**
     * @param end nothing is sent after that
     * @return how many inserts there were
     */
    Future<Long> run(int lines, long end) {
        var all = IntStream.range(0, lines).mapToObj(_ -> line(end)).toList();
        return Future.all(all).map(_ -> micros.getTotalCount());
    }

    private Future<Void> line(long end) {
        var done = Promise.<Void>promise();
        next(end, done);
        return done.future();
    }

    private void next(long end, Promise<Void> done) {
        long began = System.nanoTime();
        if (began >= end) {
            done.complete();
            return;
        }
        pool.preparedQuery(sql)
                .execute(rows.copy(sent.incrementAndGet()))
                .onFailure(done::fail)
                .onSuccess(_ -> {
                    micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000));
                    next(end, done);
                });
    }

    /** In microseconds, from the sending. */
    Histogram micros() {
        return micros;
    }
}
