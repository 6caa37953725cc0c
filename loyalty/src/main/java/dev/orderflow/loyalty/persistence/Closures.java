package dev.orderflow.loyalty.persistence;

import dev.orderflow.contracts.customer.CustomerErased;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/** Accounts of customers who were erased: what they bought until then is nobody's any more, and so are its points. */
@Singleton
public final class Closures {

    private static final String LOCK =
            "SELECT customer_id FROM account WHERE customer_id = ANY($1) ORDER BY customer_id FOR UPDATE";

    private static final String FORGET = """
            DELETE FROM movement m USING unnest($1::text[], $2::timestamptz[]) AS e(customer_id, at)
            WHERE m.customer_id = e.customer_id AND coalesce(uuid_extract_timestamp(m.order_id) <= e.at, true)""";

    private static final String CLOSE = """
            DELETE FROM account a WHERE a.customer_id = ANY($1)
              AND NOT EXISTS (SELECT FROM movement m WHERE m.customer_id = a.customer_id)""";

    private static final String SETTLE = """
            UPDATE account a
            SET balance = (SELECT coalesce(sum(m.points), 0) FROM movement m WHERE m.customer_id = a.customer_id)
            WHERE a.customer_id = ANY($1)""";

    /** Who has ordered again since keeps what those orders brought. */
    public Uni<Void> close(SqlConnection sql, Collection<CustomerErased> erasures) {
        var customers = erasures.stream().map(CustomerErased::customerId).toArray(String[]::new);
        var moments = erasures.stream()
                .map(erased -> erased.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return run(sql, LOCK, Tuple.tuple().addArrayOfString(customers))
                .chain(() -> run(
                        sql, FORGET, Tuple.tuple().addArrayOfString(customers).addArrayOfOffsetDateTime(moments)))
                .chain(() -> run(sql, CLOSE, Tuple.tuple().addArrayOfString(customers)))
                .chain(() -> run(sql, SETTLE, Tuple.tuple().addArrayOfString(customers)));
    }

    private static Uni<Void> run(SqlConnection sql, String statement, Tuple parameters) {
        return sql.preparedQuery(statement).execute(parameters).replaceWithVoid();
    }
}
