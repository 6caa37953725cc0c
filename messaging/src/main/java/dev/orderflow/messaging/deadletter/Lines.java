package dev.orderflow.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

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

    private static final String LOCK = "SELECT line FROM parked_aggregate WHERE line = $1 FOR UPDATE";
    private static final String OPEN = "DELETE FROM parked_aggregate WHERE line = $1";

    /**
     * Marks these lines; answers those that had no mark. A line that gets no letter after all is opened by {@link Drain}.
     */
    public Uni<Set<String>> close(SqlConnection sql, Collection<String> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.preparedQuery(CLOSE).execute(array(lines)).map(rows -> names(rows, row -> row.getBoolean(1)));
    }

    /**
     * Those of the lines that are closed; they stay so until this transaction ends. To be asked after the inbox, in a
     * statement of its own: a record that another consumer is just burying is waited for there.
     */
    public Uni<Set<String>> closed(SqlConnection sql, Collection<String> lines) {
        return lines.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.preparedQuery(CLOSED).execute(array(lines)).map(rows -> names(rows, row -> true));
    }

    /** Waits until this transaction has the line for itself; answers whether there is a mark. */
    Uni<Boolean> lock(SqlConnection sql, String line) {
        return sql.preparedQuery(LOCK).execute(Tuple.of(line)).map(rows -> rows.size() == 1);
    }

    /** As {@link #lock}, but a line that somebody else is working off is left to them. */
    Uni<Boolean> tryLock(SqlConnection sql, String line) {
        return sql.preparedQuery(LOCK + " SKIP LOCKED").execute(Tuple.of(line)).map(rows -> rows.size() == 1);
    }

    /** Only for a line that is locked and empty. */
    Uni<Void> open(SqlConnection sql, String line) {
        return sql.preparedQuery(OPEN).execute(Tuple.of(line)).replaceWithVoid();
    }

    private static Tuple array(Collection<String> lines) {
        return Tuple.tuple().addArrayOfString(lines.stream().distinct().toArray(String[]::new));
    }

    private static Set<String> names(RowSet<Row> rows, Predicate<Row> which) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(which)
                .map(row -> row.getString(0))
                .collect(Collectors.toSet());
    }
}
