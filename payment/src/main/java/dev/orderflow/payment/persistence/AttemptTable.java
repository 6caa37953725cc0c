package dev.orderflow.payment.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What came of asking the provider, in the words of {@link dev.orderflow.payment.domain.Fact#outcome()}. */
@Singleton
public final class AttemptTable {

    private static final String NOTE = """
            INSERT INTO payment_attempt (order_id, outcome)
            SELECT order_id, outcome FROM unnest($1::uuid[], $2::text[]) AS t(order_id, outcome)""";

    /** One statement for all of them. */
    public Uni<Void> note(SqlClient sql, List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var orders = attempts.stream().map(Attempt::orderId).toArray(UUID[]::new);
        var outcomes = attempts.stream().map(Attempt::outcome).toArray(String[]::new);
        return sql.preparedQuery(NOTE).execute(Tuple.of(orders, outcomes)).replaceWithVoid();
    }
}
