package dev.orderflow.payment.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Payments, many at a time. Locks are taken in the order of the order ids. */
@Singleton
public final class PaymentTable {

    private static final String COLUMNS = """
            order_id, id, customer_id, status, currency, amount, taken_currency, captured, refunded, pay_by, intent_id,
            refund_id, refund_try, failed_tries, cause, cancel_round, return_round, owed, version""";

    private static final String LOCK =
            "SELECT " + COLUMNS + " FROM payment WHERE order_id = ANY($1) ORDER BY order_id FOR UPDATE";

    /**
     * What is made is locked by that. Of the others it sees one snapshot: a row that somebody else has just made, and that
     * it waited for, is in neither part.
     */
    private static final String MAKE_OR_LOCK = """
            WITH made AS (INSERT INTO payment (order_id, customer_id, traceparent)
                          SELECT order_id, customer_id, traceparent
                          FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t(order_id, customer_id, traceparent)
                          ORDER BY order_id ON CONFLICT DO NOTHING RETURNING %1$s),
                 found AS MATERIALIZED (%2$s)
            SELECT * FROM made UNION ALL SELECT * FROM found""".formatted(COLUMNS, LOCK);

    private static final String LOCK_FREE_BY_INTENT = "SELECT traceparent, " + COLUMNS
            + " FROM payment WHERE intent_id = ANY($1) ORDER BY order_id FOR UPDATE SKIP LOCKED";

    private static final String KNOWN_INTENTS = "SELECT intent_id FROM payment WHERE intent_id = ANY($1)";

    private static final String STATUS = "SELECT status FROM payment WHERE order_id = $1";

    private static final String UPDATE = """
            UPDATE payment p
            SET id = n.id, status = n.status, currency = n.currency, amount = n.amount, captured = n.captured,
                refunded = n.refunded, pay_by = n.pay_by, intent_id = n.intent_id, refund_id = n.refund_id,
                refund_try = n.refund_try, cause = n.cause, cancel_round = n.cancel_round,
                return_round = n.return_round, owed = n.owed, version = n.version,
                taken_currency = n.taken_currency, failed_tries = n.failed_tries, changed_at = clock_timestamp()
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::numeric[], $6::numeric[], $7::numeric[],
                        $8::timestamptz[], $9::text[], $10::text[], $11::int[], $12::text[], $13::int[], $14::int[],
                        $15::int[], $16::bigint[], $17::text[], $18::int[])
              AS n(order_id, id, status, currency, amount, captured, refunded, pay_by, intent_id, refund_id,
                   refund_try, cause, cancel_round, return_round, owed, version, taken_currency, failed_tries)
            WHERE p.order_id = n.order_id""";

    /** Locks the payments of these orders, each named once; an order that has none gets an empty one. */
    public Uni<Map<UUID, Payment>> ensureAndLock(SqlConnection sql, Collection<Asked> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var orders = asked.stream().map(Asked::orderId).toArray(UUID[]::new);
        var owners = asked.stream().map(Asked::customerId).toArray(String[]::new);
        var traces = asked.stream().map(Asked::traceparent).toArray(String[]::new);
        return sql.preparedQuery(MAKE_OR_LOCK)
                .execute(Tuple.of(orders, owners, traces))
                .chain(rows -> rows.size() == orders.length
                        ? Uni.createFrom().item(rows)
                        : sql.preparedQuery(LOCK).execute(Tuple.of(orders)))
                .map(rows -> payments(rows).collect(toMap(Payment::orderId, Function.identity())));
    }

    /** Without those that payment has never heard of. */
    public Uni<Map<UUID, Payment>> lock(SqlConnection sql, Collection<UUID> orders) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.of(orders.toArray(UUID[]::new)))
                .map(rows -> payments(rows).collect(toMap(Payment::orderId, Function.identity())));
    }

    /** By intent, without those that are not ours, and those that somebody else has locked: waits for nobody. */
    public Uni<Map<String, Followed>> lockFreeByIntent(SqlConnection sql, Collection<String> intentIds) {
        return sql.preparedQuery(LOCK_FREE_BY_INTENT)
                .execute(intents(intentIds))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Followed(PaymentRow.payment(row), row.getString("traceparent")))
                        .collect(toMap(each -> each.payment().refs().intentId(), Function.identity())));
    }

    /** Those of these intents that are ours. */
    public Uni<Set<String>> known(SqlConnection sql, Collection<String> intentIds) {
        return intentIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : sql.preparedQuery(KNOWN_INTENTS)
                        .execute(intents(intentIds))
                        .map(rows -> rows.stream().map(row -> row.getString(0)).collect(toSet()));
    }

    private static Tuple intents(Collection<String> ids) {
        return Tuple.tuple().addArrayOfString(ids.toArray(String[]::new));
    }

    /** As it is now, without a lock: a hint for whoever is about to make a call. */
    public Uni<PaymentStatus> status(SqlClient sql, UUID orderId) {
        return sql.preparedQuery(STATUS)
                .execute(Tuple.of(orderId))
                .map(rows -> PaymentStatus.valueOf(rows.iterator().next().getString(0)));
    }

    /** Writes locked payments back. */
    public Uni<Void> update(SqlConnection sql, Collection<Payment> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(UPDATE)
                .execute(PaymentRow.columns(List.copyOf(changed)))
                .replaceWithVoid();
    }

    private static Stream<Payment> payments(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PaymentRow::payment);
    }
}
