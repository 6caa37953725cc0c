package dev.orderflow.platform.events;

import dev.orderflow.contracts.customer.CustomerErased;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Who was erased, for a service that makes copies of personal data. An order's event may be read after the erasure: its
 * topic lagged, or it was a dead letter. So whoever stores a copy asks here, and an erasure and who stores come one after
 * the other: the one {@linkplain #remember shuts out} the other, which {@linkplain #heldOff holds it off}.
 */
@Singleton
public final class ErasedCustomers {

    /**
     * A few locks stand for all customers: a batch of hundreds takes no more than these of the server's table of locks.
     * The smaller first, so that nobody waits in a circle.
     */
    private static final String LOCKS = """
            (SELECT count(locked) FROM (
              SELECT %s(hashtext('orderflow.erasure'), n) IS NULL AS locked
              FROM (SELECT DISTINCT hashtext(customer) & 31 AS n FROM unnest(%s::text[]) AS t(customer) ORDER BY n) AS few
            ) AS held) > 0""";

    private static final String SHUT_OUT = "SELECT " + LOCKS.formatted("pg_advisory_xact_lock", "$1");

    private static final String REMEMBER = """
            INSERT INTO erased_customer AS known (customer_id, erased_at)
            SELECT customer_id, max(at) FROM unnest($1::text[], $2::timestamptz[]) AS e(customer_id, at)
            GROUP BY customer_id ORDER BY customer_id
            ON CONFLICT (customer_id) DO UPDATE SET erased_at = greatest(known.erased_at, excluded.erased_at)""";

    /**
     * A condition that is true once no erasure of these customers is under way, and keeps new ones waiting until the
     * transaction ends. For the statement before the one that asks {@link #covers}: a statement sees what was committed
     * when it began.
     *
     * @param customers the parameter with their ids, as {@code $2}
     */
    public static String heldOff(String customers) {
        return LOCKS.formatted("pg_advisory_xact_lock_shared", customers);
    }

    /**
     * A condition: the customer was erased after this order was placed. Its id tells when that was, since not every event
     * says so; one that doesn't tell is taken for old. Who orders again later is a new customer in this.
     *
     * @param row the alias of a row with {@code customer_id} and {@code order_id}
     */
    public static String covers(String row) {
        return """
                EXISTS (SELECT FROM erased_customer e WHERE e.customer_id = %1$s.customer_id
                          AND coalesce(uuid_extract_timestamp(%1$s.order_id) <= e.erased_at, true))""".formatted(row);
    }

    /** Comes before whatever else an erasure does: it waits for those who are storing, so that it sees what they stored. */
    public Uni<Void> remember(SqlConnection sql, Collection<CustomerErased> erasures) {
        var customers = erasures.stream().map(CustomerErased::customerId).toArray(String[]::new);
        var moments = erasures.stream()
                .map(erased -> erased.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
        return sql.preparedQuery(SHUT_OUT)
                .execute(Tuple.tuple().addArrayOfString(customers))
                .chain(() -> sql.preparedQuery(REMEMBER)
                        .execute(Tuple.tuple().addArrayOfString(customers).addArrayOfOffsetDateTime(moments)))
                .replaceWithVoid();
    }
}
