package dev.orderflow.payment.testing;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;

/** Looks into payment's tables, and plays the clock of its tasks. */
@ApplicationScoped
public class Rows {

    @Inject
    DataSource database;

    /** A column of the order's payment as text; null while there is none. */
    public String payment(AnOrder order, String column) {
        return first("SELECT %s::text FROM payment WHERE order_id = ?".formatted(column), order.id());
    }

    public void awaitStatus(AnOrder order, String status) {
        patiently().until(() -> status.equals(payment(order, "status")));
    }

    /** From then on the provider is asked to take the money. */
    public void awaitIntent(AnOrder order) {
        patiently().until(() -> payment(order, "intent_id") != null);
    }

    /** The provider was asked to take the money, under an intent that it knows nothing of; no task is there to ask it again. */
    public void isBeingConfirmed(AnOrder order) {
        change("""
                INSERT INTO payment (order_id, id, customer_id, status, currency, amount, captured, refunded, pay_by, intent_id)
                SELECT id, id, 'c-' || id, 'AUTHORISING', 'EUR', 129.90, 0, 0, now() + interval '1 minute', 'pi_' || id
                FROM (SELECT ?::uuid AS id) AS o""", order.id());
    }

    /** Somebody repairs the order's payment by hand, so long ago that nothing is in flight any more. */
    public void repair(AnOrder order, String columns) {
        change(
                "UPDATE payment SET %s, changed_at = clock_timestamp() - interval '1 minute' WHERE order_id = ?"
                        .formatted(columns),
                order.id());
    }

    /** What came of asking the provider, oldest first. */
    public List<String> attempts(AnOrder order) {
        return all("SELECT outcome FROM payment_attempt WHERE order_id = ? ORDER BY id", order.id());
    }

    /** As if they had been made two years ago. */
    public void ageAttempts(AnOrder order) {
        change("UPDATE payment_attempt SET at = at - interval '2 years' WHERE order_id = ?", order.id());
    }

    /** As the database was before it had read that event: nothing is known of the payment. */
    public void restoreFromBefore(UUID event, AnOrder order) {
        change("DELETE FROM payment_attempt WHERE order_id = ?", order.id());
        change("DELETE FROM payment WHERE order_id = ?", order.id());
        change("DELETE FROM inbox WHERE event_id = ?", event);
    }

    /** The types of all events about the order's payment, in their order. */
    public List<String> announced(AnOrder order) {
        return all("SELECT type FROM journal WHERE key = ?::text ORDER BY position", order.id());
    }

    public boolean isHandled(UUID event) {
        return first("SELECT event_id::text FROM inbox WHERE event_id = ?", event) != null;
    }

    public void awaitHandled(UUID event) {
        patiently().until(() -> isHandled(event));
    }

    /** How often a task of that kind has been claimed; 0 if there is none. */
    public int attempt(AnOrder order, String kind) {
        var attempt = first(
                "SELECT attempt::text FROM task WHERE key = ?::text AND kind = '%s' AND state = 'OPEN'".formatted(kind),
                order.id());
        return attempt == null ? 0 : Integer.parseInt(attempt);
    }

    /** How long until a task of that kind is due. */
    public Duration pause(AnOrder order, String kind) {
        var seconds = first(
                "SELECT extract(epoch FROM due_at - clock_timestamp())::int::text FROM task WHERE key = ?::text AND kind = '%s'"
                        .formatted(kind),
                order.id());
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }

    /**
     * What a worker's death looks like to the others: the lease of its attempt is over. This one lives and may prolong it
     * before another has looked, so it is ended until the task is claimed anew.
     */
    public void awaitTakenOver(AnOrder order, String kind) {
        patiently().until(() -> {
            endFirstLease(order, kind);
            return attempt(order, kind) > 1;
        });
    }

    private void endFirstLease(AnOrder order, String kind) {
        change(
                "UPDATE task SET due_at = clock_timestamp() WHERE key = ?::text AND kind = '%s' AND attempt = 1"
                        .formatted(kind),
                order.id());
    }

    public void awaitNoTasks(AnOrder order) {
        patiently()
                .until(() -> all("SELECT kind FROM task WHERE key = ?::text AND state = 'OPEN'", order.id())
                        .isEmpty());
    }

    /** Rows of the journal or of tasks in which the text occurs. */
    public List<String> mentioning(AnOrder order, String text) {
        return all("""
                SELECT kind FROM task WHERE key = ?::text AND payload::text LIKE '%%%1$s%%'
                UNION ALL SELECT type FROM journal WHERE payload::text LIKE '%%%1$s%%'
                UNION ALL SELECT outcome FROM payment_attempt WHERE outcome LIKE '%%%1$s%%'""".formatted(text), order.id());
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

    /** A transaction that holds the order's payment until it ends, as the record of a call's answer does. */
    public Connection locking(AnOrder order) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = prepared(
                connection.prepareStatement("SELECT FROM payment WHERE order_id = ? FOR UPDATE"), order.id())) {
            statement.execute();
        }
        return connection;
    }

    /** Looks at once: with many orders most of it has happened already. */
    private static ConditionFactory patiently() {
        return await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(30));
    }

    private String first(String sql, UUID id) {
        var found = all(sql, id);
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<String> all(String sql, UUID id) {
        try (var connection = database.getConnection();
                var statement = prepared(connection.prepareStatement(sql), id);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(String sql, UUID id) {
        try (var connection = database.getConnection();
                var statement = prepared(connection.prepareStatement(sql), id)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(PreparedStatement statement, UUID id) throws SQLException {
        statement.setObject(1, id);
        return statement;
    }
}
