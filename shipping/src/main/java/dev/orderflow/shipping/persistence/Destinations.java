package dev.orderflow.shipping.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;

/** The only personal data here. It goes by itself when a label is bought; an erasure takes what is left. */
@Singleton
public final class Destinations {

    private static final String ERASE = """
            UPDATE shipment SET destination = NULL
            WHERE order_id IN (SELECT order_id FROM shipment
                               WHERE customer_id = ANY($1) AND destination IS NOT NULL
                               ORDER BY order_id FOR UPDATE)""";

    public Uni<Void> erase(SqlConnection sql, Collection<String> customers) {
        return sql.preparedQuery(ERASE)
                .execute(Tuple.tuple().addArrayOfString(customers.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
