package dev.orderflow.notification.persistence;

import static dev.orderflow.notification.persistence.EndpointColumns.instant;
import static dev.orderflow.notification.persistence.EndpointColumns.utc;

import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.HookState;
import dev.orderflow.notification.domain.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The webhook_delivery table. */
@Singleton
public class HookDeliveries {

    private static final String INSERT = """
            INSERT INTO webhook_delivery (id, order_id, customer_id, template, state, next_at, deadline, created_at)
            SELECT id, order_id, customer_id, template, 'PENDING', created_at, deadline, created_at
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
              AS t(id, order_id, customer_id, template, deadline, created_at)
            ON CONFLICT (id) DO NOTHING""";

    private static final String STORE = """
            UPDATE webhook_delivery d
            SET state = t.state, round = t.round, attempts = t.attempts, earlier_attempts = t.earlier_attempts,
                outcome = t.outcome, status_code = t.status_code, attempted_at = t.attempted_at, next_at = t.next_at,
                deadline = t.deadline
            FROM unnest($1::uuid[], $2::text[], $3::int[], $4::int[], $5::int[], $6::text[], $7::int[],
                        $8::timestamptz[], $9::timestamptz[], $10::timestamptz[])
              AS t(id, state, round, attempts, earlier_attempts, outcome, status_code, attempted_at, next_at, deadline)
            WHERE d.id = t.id""";

    private static final String COLUMNS = """
            SELECT id, order_id, customer_id, template, state, round, attempts, earlier_attempts, outcome, status_code,
                   attempted_at, next_at, deadline, created_at
            FROM webhook_delivery
            """;

    private static final String LOCK = COLUMNS + "WHERE id = ANY ($1) ORDER BY id FOR UPDATE";

    private static final String FIRST = COLUMNS + "WHERE customer_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2";

    private static final String AFTER = COLUMNS
            + "WHERE customer_id = $1 AND (created_at, id) < ($3, $4) ORDER BY created_at DESC, id DESC LIMIT $2";

    private static final String SWEEP = """
            DELETE FROM webhook_delivery
            WHERE id = ANY (ARRAY(SELECT id FROM webhook_delivery
                                  WHERE state <> 'PENDING' AND created_at < now() - $1::bigint * interval '1 second'
                                  LIMIT $2 FOR UPDATE SKIP LOCKED))""";

    /** One statement for all of them. */
    public Uni<Void> insert(SqlConnection sql, List<HookDelivery> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Tuple.tuple()
                .addArrayOfUUID(fresh.stream().map(HookDelivery::id).toArray(UUID[]::new))
                .addArrayOfUUID(fresh.stream().map(HookDelivery::orderId).toArray(UUID[]::new))
                .addArrayOfString(text(fresh, HookDelivery::customerId))
                .addArrayOfString(text(fresh, each -> each.template().name()))
                .addArrayOfOffsetDateTime(times(fresh, HookDelivery::deadline))
                .addArrayOfOffsetDateTime(times(fresh, HookDelivery::createdAt));
        return sql.preparedQuery(INSERT).execute(columns).replaceWithVoid();
    }

    /** Those that are there, in the order of their ids. */
    public Uni<List<HookDelivery>> lock(SqlConnection sql, Collection<UUID> ids) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(HookDeliveries::all);
    }

    public Uni<Optional<HookDelivery>> lock(SqlConnection sql, UUID id) {
        return lock(sql, List.of(id)).map(found -> found.stream().findFirst());
    }

    /** One statement for all of them. */
    public Uni<Void> store(SqlConnection sql, List<HookDelivery> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = Tuple.tuple()
                .addArrayOfUUID(changed.stream().map(HookDelivery::id).toArray(UUID[]::new))
                .addArrayOfString(text(changed, each -> each.state().name()))
                .addArrayOfInteger(numbers(changed, HookDelivery::round))
                .addArrayOfInteger(numbers(changed, HookDelivery::attempts))
                .addArrayOfInteger(numbers(changed, HookDelivery::earlier))
                .addArrayOfString(text(changed, HookDelivery::outcome))
                .addArrayOfInteger(numbers(changed, HookDelivery::statusCode))
                .addArrayOfOffsetDateTime(times(changed, HookDelivery::attemptedAt))
                .addArrayOfOffsetDateTime(times(changed, HookDelivery::nextAt))
                .addArrayOfOffsetDateTime(times(changed, HookDelivery::deadline));
        return sql.preparedQuery(STORE).execute(columns).replaceWithVoid();
    }

    /** A customer's, newest first. */
    public Uni<List<HookDelivery>> first(SqlClient sql, String customer, int limit) {
        return sql.preparedQuery(FIRST).execute(Tuple.of(customer, limit)).map(HookDeliveries::all);
    }

    /** Those behind the one that the page before ended with. */
    public Uni<List<HookDelivery>> after(SqlClient sql, String customer, Instant createdAt, UUID id, int limit) {
        return sql.preparedQuery(AFTER)
                .execute(Tuple.of(customer, limit, utc(createdAt), id))
                .map(HookDeliveries::all);
    }

    /** Deletes old ones that are over; answers how many. */
    public Uni<Integer> sweep(SqlClient sql, Duration kept, int limit) {
        return sql.preparedQuery(SWEEP)
                .execute(Tuple.of(kept.toSeconds(), limit))
                .map(RowSet::rowCount);
    }

    private static String[] text(List<HookDelivery> rows, Function<HookDelivery, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static Integer[] numbers(List<HookDelivery> rows, Function<HookDelivery, Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    private static OffsetDateTime[] times(List<HookDelivery> rows, Function<HookDelivery, Instant> value) {
        return rows.stream().map(each -> utc(value.apply(each))).toArray(OffsetDateTime[]::new);
    }

    private static List<HookDelivery> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(HookDeliveries::delivery)
                .toList();
    }

    private static HookDelivery delivery(Row row) {
        return new HookDelivery(
                row.getUUID("id"),
                row.getUUID("order_id"),
                row.getString("customer_id"),
                Template.valueOf(row.getString("template")),
                HookState.valueOf(row.getString("state")),
                row.getInteger("round"),
                row.getInteger("attempts"),
                row.getInteger("earlier_attempts"),
                row.getString("outcome"),
                row.getInteger("status_code"),
                instant(row.getOffsetDateTime("attempted_at")),
                instant(row.getOffsetDateTime("next_at")),
                instant(row.getOffsetDateTime("deadline")),
                instant(row.getOffsetDateTime("created_at")));
    }
}
