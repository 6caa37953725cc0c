package dev.orderflow.payment.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the provider's events took effect. The payment that an event is about must be locked. */
@Singleton
public final class ProviderEventTable {

    private static final String KNOWN = "SELECT id FROM provider_event WHERE id = ANY ($1)";

    private static final String MARK = """
            INSERT INTO provider_event (id, type) SELECT id, type FROM unnest($1::text[], $2::text[]) AS t(id, type)""";

    /** A part at a time, so that no transaction is long; an array, so that its limit is asked for once. */
    private static final String FORGET = """
            DELETE FROM provider_event WHERE id = ANY (ARRAY(
              SELECT id FROM provider_event WHERE handled_at < statement_timestamp() - $1::bigint * interval '1 second'
              ORDER BY handled_at LIMIT $2 FOR UPDATE SKIP LOCKED))""";

    /** Those of these events that took effect before. */
    public Uni<Set<String>> known(SqlConnection sql, Collection<String> ids) {
        return sql.preparedQuery(KNOWN)
                .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> rows.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
    }

    /** @param types by id */
    public Uni<Void> mark(SqlConnection sql, Map<String, String> types) {
        if (types.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(MARK)
                .execute(Tuple.tuple()
                        .addArrayOfString(types.keySet().toArray(String[]::new))
                        .addArrayOfString(types.values().toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Answers how many it forgot, at most the limit. */
    public Uni<Integer> forget(SqlClient sql, Duration age, int limit) {
        return sql.preparedQuery(FORGET)
                .execute(Tuple.of(age.toSeconds(), limit))
                .map(SqlResult::rowCount);
    }
}
