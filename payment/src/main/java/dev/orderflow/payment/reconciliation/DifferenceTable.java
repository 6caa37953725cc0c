package dev.orderflow.payment.reconciliation;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.payment.domain.reconciliation.Finding;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What does not agree. One row per intent, as the last run found it. */
@Singleton
final class DifferenceTable {

    private static final String FOUND = """
            INSERT INTO reconciliation_difference (run, intent_id, kind, order_id, here, there)
            SELECT $1, intent_id, kind, order_id, here::jsonb, there::jsonb
            FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
              AS t(intent_id, kind, order_id, here, there)
            ON CONFLICT (intent_id) DO UPDATE
            SET run = EXCLUDED.run, kind = EXCLUDED.kind, order_id = EXCLUDED.order_id, here = EXCLUDED.here,
                there = EXCLUDED.there, last_seen_at = clock_timestamp()""";

    private static final String MENDED = "DELETE FROM reconciliation_difference WHERE intent_id = ANY($1)";

    private static final String LIST = """
            SELECT intent_id, order_id, kind, here::text, there::text, first_seen_at, last_seen_at
            FROM reconciliation_difference %s
            ORDER BY first_seen_at, intent_id LIMIT $1""";

    /** Two statements: a condition for both would be a filter, and a deep page read all that comes before it. */
    private static final String FIRST = LIST.formatted("");

    private static final String BEHIND = LIST.formatted("WHERE (first_seen_at, intent_id) > ($2, $3)");

    private static final String COUNT = "SELECT kind, count(*) FROM reconciliation_difference GROUP BY kind";

    private final EventCodec codec;

    @Inject
    DifferenceTable(EventCodec codec) {
        this.codec = codec;
    }

    Uni<Void> found(SqlConnection sql, long run, List<Compared> differences) {
        if (differences.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(FOUND)
                .execute(Tuple.of(
                        run,
                        column(differences, Compared::intent),
                        column(differences, each -> each.finding().name()),
                        column(differences, Compared::order),
                        column(differences, each -> json(each.hereSide())),
                        column(differences, each -> json(each.thereSide()))))
                .replaceWithVoid();
    }

    Uni<Void> mended(SqlConnection sql, List<String> intents) {
        return sql.preparedQuery(MENDED)
                .execute(Tuple.of(intents.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** @param after null for the first page */
    Uni<List<Difference>> list(SqlClient sql, After after, int limit) {
        return page(sql, after, limit)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::difference)
                        .toList());
    }

    private static Uni<RowSet<Row>> page(SqlClient sql, After after, int limit) {
        return after == null
                ? sql.preparedQuery(FIRST).execute(Tuple.of(limit))
                : sql.preparedQuery(BEHIND)
                        .execute(Tuple.of(limit, after.firstSeenAt().atOffset(ZoneOffset.UTC), after.intent()));
    }

    Uni<Map<Finding, Long>> count(SqlClient sql) {
        return sql.preparedQuery(COUNT)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> Finding.valueOf(row.getString(0)), row -> row.getLong(1))));
    }

    private static String[] column(List<Compared> rows, Function<Compared, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private String json(Optional<Side> side) {
        return side.map(codec::write).orElse(null);
    }

    private Side side(String json) {
        return json == null ? null : codec.read(json, Side.class);
    }

    private Difference difference(Row row) {
        return new Difference(
                row.getString("intent_id"),
                row.getString("order_id"),
                Finding.valueOf(row.getString("kind")),
                side(row.getString("here")),
                side(row.getString("there")),
                row.getOffsetDateTime("first_seen_at").toInstant(),
                row.getOffsetDateTime("last_seen_at").toInstant());
    }
}
