package dev.orderflow.payment.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Which of the provider's events took effect. The payment that an event is about must be locked. */
@Singleton
public final class ProviderEventTable {

    private static final String IS_KNOWN = "SELECT EXISTS (SELECT FROM provider_event WHERE id = $1)";

    private static final String MARK = "INSERT INTO provider_event (id, type) VALUES ($1, $2)";

    /** A part at a time, so that no transaction is long; an array, so that its limit is asked for once. */
    private static final String FORGET = """
            DELETE FROM provider_event WHERE id = ANY (ARRAY(
              SELECT id FROM provider_event WHERE handled_at < statement_timestamp() - $1::bigint * interval '1 second'
              ORDER BY handled_at LIMIT $2 FOR UPDATE SKIP LOCKED))""";

    public Uni<Boolean> isKnown(SqlConnection sql, String id) {
        return sql.preparedQuery(IS_KNOWN)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    public Uni<Void> mark(SqlConnection sql, String id, String type) {
        return sql.preparedQuery(MARK).execute(Tuple.of(id, type)).replaceWithVoid();
    }

    /** Answers how many it forgot, at most the limit. */
    public Uni<Integer> forget(SqlClient sql, Duration age, int limit) {
        return sql.preparedQuery(FORGET)
                .execute(Tuple.of(age.toSeconds(), limit))
                .map(SqlResult::rowCount);
    }
}
