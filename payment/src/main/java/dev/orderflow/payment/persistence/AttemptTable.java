package dev.orderflow.payment.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What came of asking the provider, in the words of {@link dev.orderflow.payment.domain.Fact#outcome()}. */
@Singleton
public final class AttemptTable {

    private static final String NOTE = "INSERT INTO payment_attempt (order_id, outcome) VALUES ($1, $2)";

    public Uni<Void> note(SqlClient sql, UUID orderId, String outcome) {
        return sql.preparedQuery(NOTE).execute(Tuple.of(orderId, outcome)).replaceWithVoid();
    }
}
