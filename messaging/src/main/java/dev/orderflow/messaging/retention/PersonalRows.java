package dev.orderflow.messaging.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/**
 * The personal fields of the events of a month go before the month does: without their events nobody would find them
 * again. In small statements, each of which a crash may repeat.
 */
@Singleton
final class PersonalRows {

    private static final int POSITIONS = 5_000;

    private static final String ENDS = """
            SELECT min(position) AS first, max(position) AS last, (SELECT count(*) FROM (SELECT FROM personal LIMIT 1) p) AS any
            FROM %s""";

    private static final String DELETE = """
            DELETE FROM personal p USING %s j
            WHERE j.position >= $1 AND j.position < $2 AND p.event_id = j.event_id""";

    Uni<Void> deleteOf(SqlConnection sql, Month month) {
        return sql.query(ENDS.formatted(month.name()))
                .execute()
                .map(rows -> rows.iterator().next())
                .chain(ends -> isEmpty(ends)
                        ? Uni.createFrom().voidItem()
                        : delete(sql, month, ends.getLong("first"), ends.getLong("last")));
    }

    private static boolean isEmpty(Row ends) {
        return ends.getLong("any") == 0 || ends.getLong("last") == null;
    }

    private Uni<Void> delete(SqlConnection sql, Month month, long from, long last) {
        return sql.preparedQuery(DELETE.formatted(month.name()))
                .execute(Tuple.of(from, from + POSITIONS))
                .chain(() -> from + POSITIONS > last
                        ? Uni.createFrom().voidItem()
                        : delete(sql, month, from + POSITIONS, last));
    }
}
