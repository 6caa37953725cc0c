package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.journal.Appended;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.journal.NewEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.stream.Stream;

/** A transaction whose every step the test decides: what a slow client does to the others. */
public final class OpenWork {

    private static final String NEXT_TICK = """
            UPDATE tally SET seen = seen || cardinality(seen) + 1::bigint
            WHERE id = (SELECT id FROM tally WHERE id = $1 FOR UPDATE SKIP LOCKED)
            RETURNING cardinality(seen)::bigint AS n""";

    private final Wiring process;
    private final SqlConnection sql;
    private final Transaction transaction;

    private OpenWork(Wiring process, SqlConnection sql, Transaction transaction) {
        this.process = process;
        this.sql = sql;
        this.transaction = transaction;
    }

    static OpenWork begin(Wiring process) {
        var sql = process.run(process.pool::getConnection);
        return new OpenWork(process, sql, process.run(sql::begin));
    }

    /** Takes an xid without writing anything. */
    public long takeXid() {
        return process.run(() -> sql.query("SELECT pg_current_xact_id()::text::bigint AS xid")
                .execute()
                .map(rows -> rows.iterator().next().getLong("xid")));
    }

    /** Locks the counter, unless another transaction holds it, and answers its next tick. */
    public Optional<Long> nextTick(String counter) {
        return process.run(() -> sql.preparedQuery(NEXT_TICK)
                .execute(Tuple.of(counter))
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.of(rows.iterator().next().getLong("n"))
                        : Optional.<Long>empty()));
    }

    /** Draws positions, without committing. */
    public OpenWork append(NewEvent... events) {
        var appended = Stream.of(events)
                .map(event -> new Appended(event, Cause.here()))
                .toList();
        process.run(() -> process.journal.append(sql, appended));
        return this;
    }

    public void commit() {
        process.run(transaction::commit);
        process.run(sql::close);
    }

    public void rollback() {
        process.run(transaction::rollback);
        process.run(sql::close);
    }
}
