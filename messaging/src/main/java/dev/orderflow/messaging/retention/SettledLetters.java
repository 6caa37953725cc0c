package dev.orderflow.messaging.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;

/**
 * Dead letters that were settled long ago. Not those of topics that keep states: such a topic is read again from its
 * start, and the row is what tells that its record has been decided on.
 */
@Singleton
final class SettledLetters {

    private static final int AT_ONCE = 1_000;

    private static final String DELETE = """
            DELETE FROM dead_letter WHERE id IN (
              SELECT id FROM dead_letter
              WHERE state IN ('REPLAYED', 'DISCARDED') AND topic <> ALL ($3::text[])
                AND settled_at < clock_timestamp() - $1::bigint * interval '1 millisecond' LIMIT $2)""";

    /** Answers how many. */
    Uni<Long> delete(SqlConnection sql, Duration age, Collection<String> states) {
        return sql.preparedQuery(DELETE)
                .execute(Tuple.of(age.toMillis(), AT_ONCE).addArrayOfString(states.toArray(String[]::new)))
                .map(rows -> (long) rows.rowCount())
                .chain(deleted -> deleted < AT_ONCE
                        ? Uni.createFrom().item(deleted)
                        : delete(sql, age, states).map(more -> more + deleted));
    }
}
