package dev.orderflow.messaging.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Remembers which events took effect, in the transaction of their effects: each takes effect exactly once, however often
 * it is delivered. An overlapping transaction with one of the same events waits here for the other's outcome.
 */
@Singleton
public final class Inbox {

    /** Sorted, so that two overlapping batches can't wait for each other. */
    private static final String MARK = """
            INSERT INTO inbox (event_id) SELECT id FROM unnest($1::uuid[]) AS t(id) ORDER BY id
            ON CONFLICT DO NOTHING RETURNING event_id""";

    /** One statement; answers those that had not been handled before. */
    public Uni<Set<UUID>> mark(SqlConnection sql, Collection<UUID> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return sql.preparedQuery(MARK)
                .execute(Tuple.tuple().addArrayOfUUID(events.stream().distinct().toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .collect(Collectors.toSet()));
    }
}
