package dev.orderflow.shipping.persistence;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.platform.events.ErasedCustomers;
import dev.orderflow.shipping.domain.Shipment;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The shipments of a unit of work: one statement for any number of them. */
@Singleton
public final class Shipments {

    private static final String ENSURE = """
            INSERT INTO shipment (order_id, customer_id, traceparent)
            SELECT order_id, customer_id, traceparent
            FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t(order_id, customer_id, traceparent)
            WHERE %s
            ORDER BY order_id ON CONFLICT DO NOTHING""".formatted(ErasedCustomers.heldOff("$2"));

    private static final String LOCK_REQUESTED = """
            SELECT to_jsonb(s)::text, %s AS erased FROM shipment s WHERE order_id = ANY($1)
            ORDER BY order_id FOR UPDATE OF s""".formatted(ErasedCustomers.covers("s"));

    private static final String LOCK =
            "SELECT to_jsonb(s)::text FROM shipment s WHERE order_id = ANY($1) ORDER BY order_id FOR UPDATE";

    private static final String LOCK_BY_CARRIER_ID = """
            SELECT to_jsonb(s)::text, traceparent FROM shipment s WHERE carrier_id = ANY ($1) OR return_carrier_id = ANY ($1)
            ORDER BY order_id FOR UPDATE""";

    private static final String FIND = "SELECT to_jsonb(s)::text FROM shipment s WHERE order_id = ANY($1)";

    private static final String STALLED = "SELECT count(*) FROM shipment WHERE stalled";

    private static final String WRITE = """
            UPDATE shipment s SET
              status = r.status, version = r.version, recall_round = r.recall_round, return_round = r.return_round,
              stalled = r.stalled, label_id = r.label_id, carrier_id = r.carrier_id, carrier = r.carrier,
              tracking_number = r.tracking_number, scheduled_at = r.scheduled_at, dispatched_at = r.dispatched_at,
              delivered_at = r.delivered_at, return_label_id = r.return_label_id,
              return_carrier_id = r.return_carrier_id, return_carrier = r.return_carrier,
              return_tracking_number = r.return_tracking_number, return_booked_at = r.return_booked_at,
              return_dispatched_at = r.return_dispatched_at, return_received_at = r.return_received_at,
              destination = nullif(r.destination, 'null'::jsonb), updated_at = clock_timestamp()
            FROM jsonb_populate_recordset(NULL::shipment, $1::text::jsonb) r
            WHERE s.order_id = r.order_id""";

    private final EventCodec codec;

    @Inject
    public Shipments(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * Locks the shipments of these orders, in the order of their ids; those that are missing are made first, so that
     * there is always a row to lock. Holds off erasures of these customers.
     *
     * @param asked each order once
     */
    public Uni<List<Locked>> lockOrMake(SqlConnection sql, Collection<Asked> asked) {
        var orders = asked.stream().map(Asked::orderId).toArray(UUID[]::new);
        var owners = asked.stream().map(Asked::customerId).toArray(String[]::new);
        var traces = asked.stream().map(Asked::traceparent).toArray(String[]::new);
        return sql.preparedQuery(ENSURE)
                .execute(Tuple.of(orders, owners, traces))
                .chain(() ->
                        sql.preparedQuery(LOCK_REQUESTED).execute(Tuple.tuple().addArrayOfUUID(orders)))
                .map(rows -> all(rows, row -> new Locked(shipment(row), row.getBoolean("erased"))));
    }

    /** Without those that are not there. */
    public Uni<List<Shipment>> lock(SqlConnection sql, Collection<UUID> orders) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(orders.toArray(UUID[]::new)))
                .map(this::shipments);
    }

    /** By the carrier's ids of the parcels, on their ways out or back. */
    public Uni<List<Followed>> lockByCarrierId(SqlConnection sql, Collection<String> carrierIds) {
        return sql.preparedQuery(LOCK_BY_CARRIER_ID)
                .execute(Tuple.tuple().addArrayOfString(carrierIds.toArray(String[]::new)))
                .map(rows -> all(rows, row -> new Followed(shipment(row), row.getString("traceparent"))));
    }

    /** As they are committed now, unlocked. Without those that are not there. */
    Uni<List<Shipment>> find(SqlClient sql, Collection<UUID> orders) {
        return sql.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(orders.toArray(UUID[]::new)))
                .map(this::shipments);
    }

    /** How many wait for the carrier, or for a request, longer than they should. */
    public Uni<Long> stalled(SqlClient sql) {
        return sql.query(STALLED).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    public Uni<Void> write(SqlConnection sql, Collection<Shipment> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = codec.write(changed.stream().map(ShipmentRow::of).toList());
        return sql.preparedQuery(WRITE).execute(Tuple.of(rows)).replaceWithVoid();
    }

    private List<Shipment> shipments(RowSet<Row> rows) {
        return all(rows, this::shipment);
    }

    private Shipment shipment(Row row) {
        return codec.read(row.getString(0), ShipmentRow.class).shipment();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
