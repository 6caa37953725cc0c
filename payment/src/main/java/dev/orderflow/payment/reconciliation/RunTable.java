package dev.orderflow.payment.reconciliation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The one row that says which run is under way. Its number is the fence: a step of an older run has no effect. */
@Singleton
final class RunTable {

    private static final String BEGIN = """
            UPDATE reconciliation SET run = run + 1, started_at = clock_timestamp(), compared = 0
            WHERE one = (SELECT one FROM reconciliation
                         WHERE started_at IS NULL
                            OR started_at = last_started_at AND started_at <= now() - make_interval(secs => $1)
                            OR started_at <= now() - make_interval(secs => $2)
                         FOR UPDATE SKIP LOCKED)
            RETURNING run, started_at""";

    private static final String LOCK = "SELECT FROM reconciliation WHERE run = $1 FOR UPDATE";

    private static final String PROGRESS = "UPDATE reconciliation SET compared = compared + $1";

    private static final String FINISH = """
            UPDATE reconciliation
            SET last_started_at = started_at, last_finished_at = clock_timestamp(), last_compared = compared""";

    /** Each run marks what it has compared. */
    private static final String FORGET_SEEN = "TRUNCATE reconciliation_seen";

    private static final String LAST = """
            SELECT last_started_at, last_finished_at, last_compared FROM reconciliation
            WHERE last_finished_at IS NOT NULL""";

    private final ReconciliationConfig config;

    @Inject
    RunTable(ReconciliationConfig config) {
        this.config = config;
    }

    /** Empty if none is due, or another replica begins it. */
    Uni<Optional<Run>> begin(SqlConnection sql) {
        return sql.preparedQuery(BEGIN)
                .execute(Tuple.of(
                        config.every().toMillis() / 1000.0, config.longest().toMillis() / 1000.0))
                .map(rows -> first(rows).map(RunTable::run))
                .call(begun ->
                        begun.isPresent() ? forgetSeen(sql) : Uni.createFrom().voidItem());
    }

    /** Whether that run is the newest; it stays so until the transaction ends. */
    Uni<Boolean> lock(SqlConnection sql, long run) {
        return sql.preparedQuery(LOCK).execute(Tuple.of(run)).map(rows -> rows.size() == 1);
    }

    Uni<Void> progress(SqlConnection sql, int compared) {
        return sql.preparedQuery(PROGRESS).execute(Tuple.of(compared)).replaceWithVoid();
    }

    Uni<Void> finish(SqlConnection sql) {
        return sql.preparedQuery(FINISH).execute().chain(() -> forgetSeen(sql));
    }

    private static Uni<Void> forgetSeen(SqlConnection sql) {
        return sql.query(FORGET_SEEN).execute().replaceWithVoid();
    }

    /** Empty before the first. */
    Uni<Optional<LastRun>> last(SqlClient sql) {
        return sql.preparedQuery(LAST).execute().map(rows -> first(rows).map(RunTable::lastRun));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static Run run(Row row) {
        return new Run(row.getLong("run"), row.getOffsetDateTime("started_at").toInstant());
    }

    private static LastRun lastRun(Row row) {
        return new LastRun(
                row.getOffsetDateTime("last_started_at").toInstant(),
                row.getOffsetDateTime("last_finished_at").toInstant(),
                row.getLong("last_compared"));
    }
}
