package dev.orderflow.notification.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks into notification's tables. */
@ApplicationScoped
public class Tables {

    @Inject
    DataSource database;

    /** Type and reason of everything that was published about the order, in its order. */
    public List<String> published(AnOrder order) {
        return column("""
                SELECT concat_ws(' ', type, payload ->> 'template', payload ->> 'reason') FROM journal
                WHERE key = ? AND topic = 'user-notifications' ORDER BY position""", order);
    }

    public List<String> addresses(AnOrder order) {
        return column("SELECT email FROM correspondence WHERE order_id = ?::uuid AND email IS NOT NULL", order);
    }

    /** The topics of this service's own dead letters of which the key is this. */
    public List<String> lettersOf(String key) {
        return column("SELECT topic FROM dead_letter WHERE key = ? ORDER BY position", key);
    }

    /** The topics of this service's own dead letters that are about dead letters of its own. */
    public List<String> lettersAbout(String topic) {
        return column("SELECT topic FROM dead_letter WHERE topic = ?", topic);
    }

    public List<String> languages(AnOrder order) {
        return column("SELECT language FROM correspondence WHERE order_id = ?::uuid AND language IS NOT NULL", order);
    }

    public boolean isHandled(UUID event) {
        return !column("SELECT event_id::text FROM inbox WHERE event_id = ?::uuid", event.toString())
                .isEmpty();
    }

    /** Whether the order's address stands in a task. */
    public List<String> tasksThatNameTheAddress(AnOrder order) {
        return column(
                "SELECT id::text FROM task WHERE key = ? AND (payload::text || coalesce(last_error, '')) LIKE '%@%'",
                order);
    }

    /** Lets the deadline of the order's open tasks pass. */
    public void passDeadline(AnOrder order) {
        column(
                "UPDATE task SET deadline = now(), due_at = now() WHERE key = ? AND state = 'OPEN' RETURNING id::text",
                order);
    }

    /** As another replica would: this one hears nothing of it. */
    public void notificationOfAnotherReplica(AnOrder order) {
        column("""
                INSERT INTO notification (id, order_id, customer_id, channel, template, facts, status, created_at)
                SELECT gen_random_uuid(), o.id, 'customer-' || o.id, 'EMAIL', 'ORDER_DELIVERED', '{}', 'SENT', now()
                FROM (SELECT ?::uuid AS id) AS o RETURNING id::text""", order);
    }

    /** Two mails are to be sent of which nobody has begun the first; the customer can be reached nowhere. Answers the first. */
    public UUID haveMailsToSend(AnOrder order) {
        return UUID.fromString(column("""
                WITH mail AS (
                  INSERT INTO notification (id, order_id, customer_id, channel, template, facts, status, created_at)
                  SELECT gen_random_uuid(), o.id, 'customer-' || o.id, 'EMAIL', 'ORDER_PLACED', '{}', 'PENDING', now()
                  FROM (SELECT ?::uuid AS id) AS o, generate_series(1, 2) RETURNING id, order_id, customer_id)
                INSERT INTO correspondence (order_id, customer_id, waiting)
                SELECT order_id, customer_id, array_agg(id) FROM mail GROUP BY order_id, customer_id
                RETURNING waiting[1]::text""", order).getFirst());
    }

    /** An event is to be handed over to an endpoint of which nobody has begun to call. Answers the delivery. */
    public UUID haveAnEventToHandOver(AnOrder order) {
        return UUID.fromString(column("""
                WITH told AS (
                  INSERT INTO notification (id, order_id, customer_id, channel, template, facts, status, created_at)
                  SELECT gen_random_uuid(), o.id, 'customer-' || o.id, 'WEBHOOK', 'ORDER_PLACED', '{}', 'PENDING', now()
                  FROM (SELECT ?::uuid AS id) AS o RETURNING id, order_id, customer_id),
                about AS (INSERT INTO correspondence (order_id, customer_id) SELECT order_id, customer_id FROM told)
                INSERT INTO webhook_delivery (id, order_id, customer_id, template, state, next_at, deadline, created_at)
                SELECT id, order_id, customer_id, 'ORDER_PLACED', 'PENDING', now(), now() + interval '1 day', now() FROM told
                RETURNING id::text""", order).getFirst());
    }

    /** As they are stored, the newest first. */
    public List<String> secretsOf(String customer) {
        return column("""
                SELECT unnest(array_remove(ARRAY[secret, previous_secret, oldest_secret], NULL))
                FROM preference WHERE customer_id = ?""", customer);
    }

    /** As if an endpoint had been away for long. */
    public void haveTried(String delivery, int attempts) {
        update(
                "UPDATE webhook_delivery SET attempts = ?::int WHERE id = ?::uuid",
                Integer.toString(attempts),
                delivery);
    }

    /** As versions did that sealed nothing, or with a key that is lost. */
    public void leave(String customer, String secret) {
        update("UPDATE preference SET secret = ? WHERE customer_id = ?", secret, customer);
    }

    /** The same with those that were replaced. */
    public void leaveReplaced(String customer, String previous, String oldest) {
        update(
                "UPDATE preference SET previous_secret = ?, oldest_secret = ? WHERE customer_id = ?",
                previous,
                oldest,
                customer);
    }

    /** Makes what was replaced sign no more. */
    public void passOverlap(String customer) {
        update("""
                UPDATE preference SET previous_until = now(), oldest_until = now() WHERE customer_id = ?""", customer);
    }

    private void update(String sql, String... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setString(place + 1, parameters[place]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> column(String sql, AnOrder order) {
        return column(sql, order.id().toString());
    }

    private List<String> column(String sql, String parameter) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
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
