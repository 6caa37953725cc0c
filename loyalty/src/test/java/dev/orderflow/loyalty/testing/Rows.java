package dev.orderflow.loyalty.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks into loyalty's tables. */
@ApplicationScoped
public class Rows {

    @Inject
    DataSource database;

    /** Kind and points of everything that moved for the order, in the order of the events. */
    public List<String> movements(AnOrder order) {
        return column(
                "SELECT kind || ' ' || points FROM movement WHERE order_id = ?::uuid ORDER BY moved_at, id",
                order.id().toString());
    }

    /** The customer's balance, or nothing without an account. */
    public List<String> balance(AnOrder order) {
        return column("SELECT balance::text FROM account WHERE customer_id = ?", order.customer());
    }

    /** Customers whose balance is not the sum of their movements. */
    public List<String> unbalanced() {
        return column("""
                SELECT coalesce(a.customer_id, m.customer_id) FROM account a
                FULL JOIN (SELECT customer_id, sum(points) AS points FROM movement GROUP BY customer_id) m USING (customer_id)
                WHERE coalesce(a.balance, -1) <> coalesce(m.points, 0)""");
    }

    /** Type and state of what is held up behind a dead letter of the order, that first. */
    public List<String> letters(AnOrder order) {
        return column(
                "SELECT type || ' ' || state FROM dead_letter WHERE key = ? ORDER BY id",
                order.id().toString());
    }

    public boolean isHandled(UUID event) {
        return !column("SELECT event_id::text FROM inbox WHERE event_id = ?::uuid", event.toString())
                .isEmpty();
    }

    private List<String> column(String sql, String... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setString(place + 1, parameters[place]);
            }
            try (var rows = statement.executeQuery()) {
                var values = new ArrayList<String>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
