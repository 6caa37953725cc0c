package dev.orderflow.shipping.persistence;

import dev.orderflow.contracts.customer.CustomerErased;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/** The only personal data here. It goes by itself when a label is bought; an erasure takes what is left. */
@Singleton
public final class Destinations {

    private static final String ERASE = """
            UPDATE shipment SET destination = NULL
            WHERE order_id IN (SELECT s.order_id FROM shipment s
                                 JOIN unnest($1::text[], $2::timestamptz[]) AS e(customer_id, at) USING (customer_id)
                               WHERE s.destination IS NOT NULL
                                 AND coalesce(uuid_extract_timestamp(s.order_id) <= e.at, true)
                               ORDER BY s.order_id FOR UPDATE OF s)""";

    /** Of orders that were placed before: a customer who comes again while this is late keeps the new order's address. */
    public Uni<Void> erase(SqlConnection sql, Collection<CustomerErased> erasures) {
        return sql.preparedQuery(ERASE)
                .execute(Tuple.tuple()
                        .addArrayOfString(erasures.stream()
                                .map(CustomerErased::customerId)
                                .toArray(String[]::new))
                        .addArrayOfOffsetDateTime(erasures.stream()
                                .map(erased -> erased.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }
}
