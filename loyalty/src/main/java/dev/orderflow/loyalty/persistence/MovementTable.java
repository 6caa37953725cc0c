package dev.orderflow.loyalty.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.loyalty.domain.Movement;
import dev.orderflow.loyalty.domain.OrderPoints;
import dev.orderflow.platform.events.ErasedCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Movements, many at a time. Whoever reads or adds some has locked the accounts of their customers. */
@Singleton
public final class MovementTable {

    private static final String OF_ORDERS = """
            SELECT o.order_id, (SELECT coalesce(sum(m.points), 0)::bigint FROM movement m WHERE m.order_id = o.order_id) AS held,
                   %s AS erased
            FROM unnest($1::uuid[], $2::text[]) AS o(order_id, customer_id)""".formatted(ErasedCustomers.covers("o"));

    private static final String INSERT = """
            INSERT INTO movement (id, customer_id, order_id, kind, points, moved_at)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::bigint[], $6::timestamptz[])""";

    /**
     * What each of these orders has brought; every one is among the answer.
     *
     * @param customers the customer of each order
     */
    public Uni<Map<UUID, OrderPoints>> ofOrders(SqlConnection sql, Map<UUID, String> customers) {
        var parameters = Tuple.tuple()
                .addArrayOfUUID(customers.keySet().toArray(UUID[]::new))
                .addArrayOfString(customers.values().toArray(String[]::new));
        return sql.preparedQuery(OF_ORDERS)
                .execute(parameters)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(toMap(row -> row.getUUID("order_id"), MovementTable::points)));
    }

    /** Fails if one of them is there already: an event moves points once. */
    public Uni<Void> insert(SqlConnection sql, List<Movement> fresh) {
        return fresh.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(INSERT).execute(columns(fresh)).replaceWithVoid();
    }

    private static Tuple columns(List<Movement> fresh) {
        return Tuple.tuple()
                .addArrayOfUUID(fresh.stream().map(Movement::id).toArray(UUID[]::new))
                .addArrayOfString(text(fresh, Movement::customerId))
                .addArrayOfUUID(fresh.stream().map(Movement::orderId).toArray(UUID[]::new))
                .addArrayOfString(text(fresh, each -> each.kind().name()))
                .addArrayOfLong(fresh.stream().map(Movement::points).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(fresh.stream()
                        .map(each -> each.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String[] text(List<Movement> rows, Function<Movement, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static OrderPoints points(Row row) {
        return new OrderPoints(row.getLong("held"), row.getBoolean("erased"));
    }
}
