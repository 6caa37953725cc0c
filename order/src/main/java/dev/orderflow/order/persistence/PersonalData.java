package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.OrderStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What order keeps of a customer besides what was bought: in the orders, and beside the journal. */
@Singleton
public final class PersonalData {

    /**
     * Those of these customers ($2) whom somebody is erasing; erasures of the others wait from now on until the transaction
     * ends. It waits for none itself, since others share the transaction. For a statement before the one that inserts their
     * orders, which sees what was committed by then.
     *
     * @see #LOCK_OUT_NEW
     */
    static final String BEING_ERASED = """
            ARRAY(SELECT DISTINCT customer FROM unnest($2::text[]) AS t(customer)
                  WHERE NOT pg_try_advisory_xact_lock_shared(hashtextextended(customer, 0)))""";

    /** Until the transaction ends: whoever places an order for this customer at the same time comes before or after it. */
    private static final String LOCK_OUT_NEW = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) IS NULL";

    /** In the order in which everybody locks. */
    private static final String LOCK = "SELECT id, status FROM orders WHERE customer_id = $1 ORDER BY id FOR UPDATE";

    private static final String ORDERS = "SELECT id FROM orders WHERE customer_id = $1";

    private static final String ERASE_ORDERS = """
            UPDATE orders SET shipping_address = NULL, contact = NULL, payment_token = NULL WHERE customer_id = $1""";

    private static final String ERASE_EVENTS = """
            DELETE FROM personal WHERE event_id IN (
              SELECT j.event_id FROM journal j WHERE j.key IN (SELECT id::text FROM orders WHERE customer_id = $1))""";

    /** Locks all orders of the customer, and new ones out; answers those in which somebody still needs the data. */
    public Uni<List<UUID>> lockAndFindOpen(SqlConnection sql, String customerId) {
        return sql.preparedQuery(LOCK_OUT_NEW)
                .execute(Tuple.of(customerId))
                .chain(() -> sql.preparedQuery(LOCK).execute(Tuple.of(customerId)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(PersonalData::isOpen)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static boolean isOpen(Row row) {
        return !OrderStatus.valueOf(row.getString("status")).isSettled();
    }

    /** Every order of the customer. */
    public Uni<List<UUID>> orders(SqlConnection sql, String customerId) {
        return sql.preparedQuery(ORDERS)
                .execute(Tuple.of(customerId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    /** Expects the lock. The orders' sums, lines and versions stay. */
    public Uni<Void> erase(SqlConnection sql, String customerId) {
        return sql.preparedQuery(ERASE_ORDERS)
                .execute(Tuple.of(customerId))
                .chain(() -> sql.preparedQuery(ERASE_EVENTS).execute(Tuple.of(customerId)))
                .replaceWithVoid();
    }
}
