package dev.orderflow.payment.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What came of asking the provider, in the words of {@link dev.orderflow.payment.domain.Fact#outcome()}. */
@Singleton
public final class AttemptTable {

    private static final String NOTE = """
            INSERT INTO payment_attempt (order_id, outcome)
            SELECT order_id, outcome FROM unnest($1::uuid[], $2::text[]) AS t(order_id, outcome)""";

    /** A part at a time, as they were noted: they need no index by age. An array, so that its limit is asked for once. */
    private static final String FORGET = """
            DELETE FROM payment_attempt WHERE id = ANY (ARRAY(
              SELECT id FROM (SELECT id, at FROM payment_attempt ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED) AS oldest
              WHERE at < statement_timestamp() - $1::bigint * interval '1 second'))""";

    /** One statement for all of them. */
    public Uni<Void> note(SqlClient sql, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var orders = attempts.stream().map(Attempt::orderId).toArray(UUID[]::new);
        var outcomes = attempts.stream().map(Attempt::outcome).toArray(String[]::new);
        return sql.preparedQuery(NOTE).execute(Tuple.of(orders, outcomes)).replaceWithVoid();
    }

    /** Answers how many it forgot, at most the limit. */
    public Uni<Integer> forget(SqlClient sql, Duration age, int limit) {
        return sql.preparedQuery(FORGET)
                .execute(Tuple.of(age.toSeconds(), limit))
                .map(SqlResult::rowCount);
    }
}
