package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.inventory.domain.Reservation;
import dev.orderflow.inventory.domain.ReservationStatus;
import dev.orderflow.messaging.event.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reservations, many at a time. */
@Singleton
public final class ReservationTable {

    private static final String COLUMNS =
            "order_id, customer_id, status, lines::text AS lines, cancel_round, return_round, version";

    private static final String LOCK =
            "SELECT " + COLUMNS + " FROM reservation WHERE order_id = ANY($1) ORDER BY order_id FOR UPDATE";

    /**
     * What is made is locked by that. Of the others it sees one snapshot: a row that somebody else has just made, and that
     * it waited for, is in neither part.
     */
    private static final String MAKE_OR_LOCK = """
            WITH made AS (INSERT INTO reservation (order_id, customer_id)
                          SELECT order_id, customer_id FROM unnest($1::uuid[], $2::text[]) AS t(order_id, customer_id)
                          ORDER BY order_id ON CONFLICT DO NOTHING RETURNING %1$s),
                 found AS MATERIALIZED (%2$s)
            SELECT * FROM made UNION ALL SELECT * FROM found""".formatted(COLUMNS, LOCK);

    private static final String UPDATE = """
            UPDATE reservation r
            SET status = n.status, lines = n.lines::jsonb, cancel_round = n.cancel_round,
                return_round = n.return_round, version = n.version, changed_at = clock_timestamp()
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::int[], $6::bigint[])
              AS n(order_id, status, lines, cancel_round, return_round, version)
            WHERE r.order_id = n.order_id""";

    private final EventCodec codec;

    @Inject
    public ReservationTable(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Locks the reservations of these orders in the order of their ids; an order that has none gets an empty one.
     *
     * @param customers the customer of each order
     */
    public Uni<Map<UUID, Reservation>> lock(SqlConnection sql, Map<UUID, String> customers) {
        var orders = customers.keySet().toArray(UUID[]::new);
        var owners = customers.values().toArray(String[]::new);
        return sql.preparedQuery(MAKE_OR_LOCK)
                .execute(Tuple.of(orders, owners))
                .chain(rows -> rows.size() == orders.length
                        ? Uni.createFrom().item(rows)
                        : sql.preparedQuery(LOCK).execute(Tuple.of(orders)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::reservation)
                        .collect(toMap(Reservation::orderId, Function.identity())));
    }

    /** Writes locked reservations back. */
    public Uni<Void> update(SqlConnection sql, Collection<Reservation> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(UPDATE)
                .execute(parameters(List.copyOf(changed)))
                .replaceWithVoid();
    }

    private Tuple parameters(List<Reservation> all) {
        return Tuple.of(
                all.stream().map(Reservation::orderId).toArray(UUID[]::new),
                all.stream().map(it -> it.status().name()).toArray(String[]::new),
                all.stream().map(it -> codec.write(it.lines())).toArray(String[]::new),
                all.stream().map(Reservation::cancelRound).toArray(Integer[]::new),
                all.stream().map(Reservation::returnRound).toArray(Integer[]::new),
                all.stream().map(Reservation::version).toArray(Long[]::new));
    }

    private Reservation reservation(Row row) {
        return new Reservation(
                row.getUUID("order_id"),
                row.getString("customer_id"),
                ReservationStatus.valueOf(row.getString("status")),
                List.of(codec.read(row.getString("lines"), SkuQuantity[].class)),
                row.getInteger("cancel_round"),
                row.getInteger("return_round"),
                row.getLong("version"));
    }
}
