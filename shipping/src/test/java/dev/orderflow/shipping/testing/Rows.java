package dev.orderflow.shipping.testing;

import dev.orderflow.platform.events.ErasedCustomers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks into shipping's tables. */
@ApplicationScoped
public class Rows {

    @Inject
    DataSource database;

    /** A column of the order's shipment as text; empty while there is no such row, or no value. */
    public Optional<String> shipment(AnOrder order, String column) {
        return one("SELECT %s::text FROM shipment WHERE order_id = ?".formatted(column), order.id());
    }

    /** A label of an order that is over may still be valid. */
    public void stalls(AnOrder order) {
        one("""
                INSERT INTO shipment (order_id, customer_id, status, stalled) VALUES (?, ?, 'CANCELLED', true)
                RETURNING order_id::text""", order.id(), order.customer());
    }

    public void goesOn(AnOrder order) {
        one("UPDATE shipment SET stalled = false WHERE order_id = ? RETURNING order_id::text", order.id());
    }

    /** A parcel that the carrier knows nothing of, and that is to be looked up now. */
    public void isUnderWay(AnOrder order, Instant since) {
        one("""
                WITH parcel AS (
                  INSERT INTO shipment (order_id, customer_id, status, label_id, carrier_id, carrier, tracking_number, scheduled_at)
                  VALUES (?, ?, 'SCHEDULED', gen_random_uuid(), 'shp_' || gen_random_uuid(), 'OrderflowParcel', 'PN', ?)
                  RETURNING order_id, label_id, carrier_id)
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                SELECT gen_random_uuid(), 'watch-parcel', order_id,
                       jsonb_build_object('label', label_id, 'carrierId', carrier_id), '{}'::jsonb, now(), now() + interval '90 days'
                FROM parcel RETURNING id::text""", order.id(), order.customer(), since.atOffset(ZoneOffset.UTC));
    }

    /** It is looked up no more. */
    public void isForgotten(AnOrder order) {
        one("DELETE FROM task WHERE key = ?::uuid::text RETURNING id::text", order.id());
    }

    /** When the parcel is looked up next; empty while a look that is due has not been made. */
    public Optional<Instant> nextLook(AnOrder order) {
        return one("""
                SELECT to_json(due_at) #>> '{}' FROM task
                WHERE kind = 'watch-parcel' AND key = ?::uuid::text AND attempt = 0 AND due_at > clock_timestamp()""", order.id()).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    }

    /** As the database was before it had read that event: nothing is known of the shipment. */
    public void restoreFromBefore(UUID event, AnOrder order) {
        one("DELETE FROM task WHERE key = ?::uuid::text RETURNING id::text", order.id());
        one("DELETE FROM shipment WHERE order_id = ? RETURNING order_id::text", order.id());
        one("DELETE FROM inbox WHERE event_id = ? RETURNING event_id::text", event);
    }

    public boolean isHandled(UUID event) {
        return one("SELECT event_id::text FROM inbox WHERE event_id = ?", event).isPresent();
    }

    public long openTasks(AnOrder order, String kind) {
        return one(
                        "SELECT count(*)::text FROM task WHERE state = 'OPEN' AND kind = '%s' AND key = ?::uuid::text"
                                .formatted(kind),
                        order.id())
                .map(Long::valueOf)
                .orElseThrow();
    }

    /** A transaction that has made the order's row with an address, as a batch does; not committed yet. */
    public Connection storing(AnOrder order) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                """
                WITH who(order_id, customer_id) AS (SELECT ?::uuid, ?)
                INSERT INTO shipment (order_id, customer_id, destination)
                SELECT order_id, customer_id, '{}' FROM who WHERE %s""".formatted(ErasedCustomers.heldOff("(SELECT array_agg(customer_id) FROM who)")))) {
            statement.setObject(1, order.id());
            statement.setString(2, order.customer());
            statement.executeUpdate();
        }
        return connection;
    }

    /** A transaction behind which nothing can be appended until it ends. */
    public Connection lockingTheJournal() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE journal IN SHARE MODE");
        }
        return connection;
    }

    public boolean isAnErasureWaiting() {
        return one("""
                SELECT l.pid::text FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted""").isPresent();
    }

    private Optional<String> one(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
