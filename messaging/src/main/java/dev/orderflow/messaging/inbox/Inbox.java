package dev.orderflow.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Remembers which events took effect, in the transaction of their effects: each takes effect exactly once, however often
 * it is delivered. An overlapping transaction with one of the same events waits here for the other's outcome.
 *
 * <p>The same statement asks which lines are closed by a dead letter (see {@link dev.orderflow.messaging.deadletter.Lines})
 * and shares them until the transaction ends. It sees one snapshot: while it waited for another consumer of the same
 * records, that one may have closed a line. Then some event is not fresh, and the lines have to be asked for again.
 */
@Singleton
public final class Inbox {

    /** Sorted, and the inbox before the lines, so that two overlapping batches can't wait for each other. */
    private static final String MARK = """
            WITH fresh AS (INSERT INTO inbox (event_id) SELECT id FROM unnest($1::uuid[]) AS t(id) ORDER BY id
                           ON CONFLICT DO NOTHING RETURNING event_id),
                 closed AS MATERIALIZED (SELECT line FROM parked_aggregate WHERE line = ANY ($2::text[])
                                         ORDER BY line FOR SHARE)
            SELECT event_id, NULL::text AS line FROM fresh UNION ALL SELECT NULL, line FROM closed""";

    /** @param lines of the events that must not overtake a dead letter */
    public Uni<Marked> mark(SqlConnection sql, Collection<UUID> events, Collection<String> lines) {
        if (events.isEmpty() && lines.isEmpty()) {
            return Uni.createFrom().item(new Marked(Set.of(), Set.of()));
        }
        return sql.preparedQuery(MARK)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(events.toArray(UUID[]::new))
                        .addArrayOfString(lines.toArray(String[]::new)))
                .map(rows -> new Marked(
                        column(rows, row -> row.getUUID("event_id")), column(rows, row -> row.getString("line"))));
    }

    private static <T> Set<T> column(RowSet<Row> rows, Function<Row, T> value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(value)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
