package dev.orderflow.shipping.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
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

    private Optional<String> one(String sql, UUID id) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
