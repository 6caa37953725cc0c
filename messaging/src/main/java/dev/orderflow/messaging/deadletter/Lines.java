package dev.orderflow.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which keys are parked. A mark is locked before any aggregate, by everybody: a consumer shares it while it puts an event
 * at the end of the line, and whoever works the line off has it alone, so nothing joins a line in the moment it ends.
 */
@Singleton
public final class Lines {

    /** A mark that is there is locked too: whoever is about to remove it must see the new letter first. */
    private static final String CLOSE = """
            INSERT INTO parked_aggregate (line) SELECT line FROM unnest($1::text[]) AS t(line) ORDER BY line
            ON CONFLICT (line) DO UPDATE SET since = parked_aggregate.since
            RETURNING line, xmax = 0 AS is_new""";

    private static final String CLOSED =
            "SELECT line FROM parked_aggregate WHERE line = ANY ($1) ORDER BY line FOR SHARE";

    private static final String LOCK =
            "SELECT line FROM parked_aggregate WHERE line = ANY ($1) ORDER BY line FOR UPDATE";

    private static final String DUE =
            "SELECT line FROM parked_aggregate WHERE due_at <= clock_timestamp() ORDER BY due_at LIMIT $1";

    private static final String LOOK_NOW =
            "UPDATE parked_aggregate SET due_at = clock_timestamp() WHERE line = ANY ($1)";

    private static final String LOOK_LATER = """
            UPDATE parked_aggregate SET due_at = clock_timestamp() + make_interval(secs => $2::float8) WHERE line = $1""";

    private static final String LOOK_NEVER = "UPDATE parked_aggregate SET due_at = 'infinity' WHERE line = $1";

    private static final String OPEN = "DELETE FROM parked_aggregate WHERE line = $1";

    /** Marks these lines; answers those that had no mark. One that gets no letter after all is opened by the drain. */
    public Uni<Set<String>> close(SqlClient sql, Collection<String> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.preparedQuery(CLOSE).execute(array(lines)).map(rows -> names(rows, row -> row.getBoolean(1)));
    }

    /**
     * Those of the lines that are closed; they stay so until this transaction ends. To be asked after the inbox, in a
     * statement of its own: a record that another consumer is just burying is waited for there.
     */
    public Uni<Set<String>> closed(SqlClient sql, Collection<String> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.preparedQuery(CLOSED).execute(array(lines)).map(rows -> names(rows, row -> true));
    }

    /** Waits until this transaction has the lines for itself. */
    Uni<Void> lock(SqlClient sql, Collection<String> lines) {
        return sql.preparedQuery(LOCK).execute(array(lines)).replaceWithVoid();
    }

    /** A line that somebody else is working off is left to them; answers whether this transaction has it. */
    Uni<Boolean> tryLock(SqlClient sql, String line) {
        return sql.preparedQuery(LOCK + " SKIP LOCKED")
                .execute(array(List.of(line)))
                .map(rows -> rows.size() == 1);
    }

    /** Those that somebody should look at, the longest due first. */
    Uni<List<String>> due(SqlClient sql, int limit) {
        return sql.preparedQuery(DUE)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
    }

    Uni<Void> lookNow(SqlClient sql, Collection<String> lines) {
        return sql.preparedQuery(LOOK_NOW).execute(array(lines)).replaceWithVoid();
    }

    /** Others have their turn meanwhile. */
    Uni<Void> lookLater(SqlClient sql, String line, Duration wait) {
        return sql.preparedQuery(LOOK_LATER)
                .execute(Tuple.of(line, wait.toMillis() / 1e3))
                .replaceWithVoid();
    }

    /** Until an operator has decided about its first letter. */
    Uni<Void> lookNever(SqlClient sql, String line) {
        return sql.preparedQuery(LOOK_NEVER).execute(Tuple.of(line)).replaceWithVoid();
    }

    /** Only for a line that is locked and empty. */
    Uni<Void> open(SqlClient sql, String line) {
        return sql.preparedQuery(OPEN).execute(Tuple.of(line)).replaceWithVoid();
    }

    private static Tuple array(Collection<String> lines) {
        return Tuple.tuple().addArrayOfString(lines.stream().distinct().toArray(String[]::new));
    }

    private static Set<String> names(RowSet<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(row -> row.getString(0)).collect(Collectors.toSet());
    }
}
