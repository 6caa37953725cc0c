package dev.orderflow.messaging.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tasks whose deadline passed long ago. What was done is deleted at once, and what is open stays open. */
@Singleton
final class ExpiredTasks {

    private static final int AT_ONCE = 1_000;

    private static final String DELETE = """
            DELETE FROM task WHERE id = ANY (ARRAY(
              SELECT id FROM task
              WHERE state = 'EXPIRED' AND deadline < clock_timestamp() - $1::bigint * interval '1 millisecond' LIMIT $2))""";

    /** Answers how many. */
    Uni<Long> delete(SqlConnection sql, Duration age) {
        return sql.preparedQuery(DELETE)
                .execute(Tuple.of(age.toMillis(), AT_ONCE))
                .map(rows -> (long) rows.rowCount())
                .chain(deleted -> deleted < AT_ONCE
                        ? Uni.createFrom().item(deleted)
                        : delete(sql, age).map(more -> more + deleted));
    }
}
