package dev.orderflow.payment.reconciliation;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.reconciliation.Kept;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Payments as a run reads them, and which of them it has compared. Locks nothing. */
@Singleton
final class KeptTable {

    private static final String OF_INTENTS = """
            SELECT order_id, intent_id, status, coalesce(taken_currency, currency) AS currency, captured, refunded, changed_at
            FROM payment WHERE intent_id = ANY($1)""";

    /** Intents that were compared need no second look in this run, even if a page shows them twice. */
    private static final String SEEN =
            "INSERT INTO reconciliation_seen SELECT unnest($1::text[]) ON CONFLICT DO NOTHING";

    /** What the list did not show: money of ours, and what an earlier run found. */
    private static final String UNSEEN = """
            SELECT intent_id FROM (
              SELECT intent_id FROM reconciliation_difference WHERE run < $1
              UNION
              SELECT intent_id FROM payment
              WHERE changed_at >= $2 AND changed_at < $3 AND captured > 0 AND intent_id IS NOT NULL) AS known
            WHERE NOT EXISTS (SELECT FROM reconciliation_seen seen WHERE seen.intent_id = known.intent_id)
            LIMIT $4""";

    Uni<Map<String, Kept>> of(SqlConnection sql, List<String> intents) {
        return sql.preparedQuery(OF_INTENTS)
                .execute(Tuple.of(intents.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(KeptTable::kept)
                        .collect(Collectors.toMap(Kept::intentId, Function.identity())));
    }

    Uni<Void> markSeen(SqlConnection sql, List<String> intents) {
        return sql.preparedQuery(SEEN)
                .execute(Tuple.of(intents.toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** Some of those that are left; empty once the run has compared all. */
    Uni<List<String>> unseen(SqlConnection sql, ReconciliationStep step, int limit) {
        return sql.preparedQuery(UNSEEN)
                .execute(Tuple.of(step.run(), utc(step.from()), utc(step.to()), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.getUUID("order_id"),
                row.getString("intent_id"),
                PaymentStatus.valueOf(row.getString("status")),
                money(row, "captured"),
                money(row, "refunded"),
                row.getOffsetDateTime("changed_at").toInstant());
    }

    private static Money money(Row row, String column) {
        var currency = row.getString("currency");
        return new Money(
                row.getBigDecimal(column).setScale(Money.zero(currency).amount().scale()), currency);
    }
}
