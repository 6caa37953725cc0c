package dev.orderflow.notification.persistence;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Mailbox;
import dev.orderflow.notification.domain.Template;
import dev.orderflow.platform.events.ErasedCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The correspondence table. Rows are made and locked in the order of their ids. */
@Singleton
public class Correspondences {

    private static final String ENSURE = """
            INSERT INTO correspondence (order_id, customer_id)
            SELECT order_id, customer_id FROM unnest($1::uuid[], $2::text[]) AS t(order_id, customer_id)
            WHERE %s
            ORDER BY order_id ON CONFLICT DO NOTHING""".formatted(ErasedCustomers.heldOff("$2"));

    private static final String LOCK = """
            SELECT order_id, customer_id, email, language, %s AS erased, waiting, last_told, version
            FROM correspondence c
            WHERE order_id = ANY($1) ORDER BY order_id FOR UPDATE OF c""".formatted(ErasedCustomers.covers("c"));

    private static final String STORE = """
            UPDATE correspondence c
            SET email = t.email, language = t.language, last_told = t.last_told, version = t.version,
                waiting = coalesce(string_to_array(nullif(t.waiting, ''), ',')::uuid[], '{}')
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
              AS t(order_id, email, language, waiting, last_told, version)
            WHERE c.order_id = t.order_id""";

    /** The customer's own word first, then the order's. */
    private static final String MAILBOXES = """
            SELECT c.order_id, coalesce(p.email, c.email) AS address, coalesce('EMAIL' = ANY (p.channels), true) AS wanted
            FROM correspondence c LEFT JOIN preference p USING (customer_id) WHERE c.order_id = ANY ($1)""";

    private static final String ERASE = """
            UPDATE correspondence SET email = NULL, language = NULL
            WHERE order_id IN (SELECT c.order_id FROM correspondence c
                                 JOIN unnest($1::text[], $2::timestamptz[]) AS e(customer_id, at) USING (customer_id)
                               WHERE c.email IS NOT NULL AND coalesce(uuid_extract_timestamp(c.order_id) <= e.at, true)
                               ORDER BY c.order_id FOR UPDATE OF c)""";

    /** Where the customers of these orders are reached by mail now, by order; of those that are there. */
    public Uni<Map<UUID, Mailbox>> mailboxes(SqlClient sql, List<UUID> orders) {
        return sql.preparedQuery(MAILBOXES)
                .execute(Tuple.tuple().addArrayOfUUID(orders.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getUUID("order_id"),
                                row -> new Mailbox(row.getString("address"), row.getBoolean("wanted")))));
    }

    /**
     * What these customers are still to be told of orders that they placed before can only be read in the list from now
     * on. Who comes again while this is late is told of the new order.
     */
    public Uni<Void> erase(SqlConnection sql, Collection<CustomerErased> erasures) {
        return sql.preparedQuery(ERASE)
                .execute(Tuple.tuple()
                        .addArrayOfString(erasures.stream()
                                .map(CustomerErased::customerId)
                                .toArray(String[]::new))
                        .addArrayOfOffsetDateTime(erasures.stream()
                                .map(erased -> erased.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .replaceWithVoid();
    }

    /** Those that are there. */
    public Uni<Map<UUID, Correspondence>> lock(SqlConnection sql, List<UUID> orders) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfUUID(orders.toArray(UUID[]::new)))
                .map(Correspondences::byOrder);
    }

    /** Makes the missing ones and locks all; two statements, of which the first holds off erasures. */
    public Uni<Map<UUID, Correspondence>> ensureAndLock(SqlConnection sql, TreeMap<UUID, String> customerByOrder) {
        var orders = customerByOrder.keySet().toArray(UUID[]::new);
        var customers = customerByOrder.values().toArray(String[]::new);
        return sql.preparedQuery(ENSURE)
                .execute(Tuple.tuple().addArrayOfUUID(orders).addArrayOfString(customers))
                .chain(() -> sql.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfUUID(orders)))
                .map(Correspondences::byOrder);
    }

    public Uni<Void> store(SqlConnection sql, Collection<Correspondence> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(STORE).execute(columns(changed)).replaceWithVoid();
    }

    private static Tuple columns(Collection<Correspondence> changed) {
        return Tuple.tuple()
                .addArrayOfUUID(changed.stream().map(Correspondence::orderId).toArray(UUID[]::new))
                .addArrayOfString(changed.stream().map(Correspondence::email).toArray(String[]::new))
                .addArrayOfString(names(changed, Correspondence::language))
                .addArrayOfString(changed.stream()
                        .map(each -> each.waiting().stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .toArray(String[]::new))
                .addArrayOfString(names(changed, Correspondence::lastTold))
                .addArrayOfLong(changed.stream().map(Correspondence::version).toArray(Long[]::new));
    }

    private static String[] names(Collection<Correspondence> rows, Function<Correspondence, Enum<?>> value) {
        return rows.stream()
                .map(value)
                .map(each -> each == null ? null : each.name())
                .toArray(String[]::new);
    }

    private static Map<UUID, Correspondence> byOrder(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Correspondences::correspondence)
                .collect(Collectors.toMap(Correspondence::orderId, each -> each));
    }

    private static Correspondence correspondence(Row row) {
        return new Correspondence(
                row.getUUID("order_id"),
                row.getString("customer_id"),
                row.getString("email"),
                language(row.getString("language")),
                row.getBoolean("erased"),
                List.of(row.getArrayOfUUIDs("waiting")),
                template(row.getString("last_told")),
                row.getLong("version"));
    }

    private static Language language(String name) {
        return name == null ? null : Language.valueOf(name);
    }

    private static Template template(String name) {
        return name == null ? null : Template.valueOf(name);
    }
}
