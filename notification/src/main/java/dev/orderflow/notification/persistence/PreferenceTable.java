package dev.orderflow.notification.persistence;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Preferences;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The preference table: a row for each customer who has said something. */
@Singleton
public class PreferenceTable {

    private static final String FIND = """
            SELECT customer_id, locale, email, phone, channels, endpoint_id, webhook_url, secret, previous_secret,
                   previous_until, oldest_secret, oldest_until, disabled_at, version
            FROM preference WHERE customer_id = ANY ($1)""";

    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String INSERT = """
            INSERT INTO preference (customer_id, locale, email, phone, channels, endpoint_id, webhook_url, secret,
                                    previous_secret, previous_until, oldest_secret, oldest_until, disabled_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING version""";

    private static final String UPDATE = """
            UPDATE preference SET locale = $2, email = $3, phone = $4, channels = $5, endpoint_id = $6,
              webhook_url = $7, secret = $8, previous_secret = $9, previous_until = $10, oldest_secret = $11,
              oldest_until = $12, disabled_at = $13,
              version = nextval('preference_version'), updated_at = now()
            WHERE customer_id = $1 RETURNING version""";

    /** By when the customer spoke last: only INSERT and UPDATE, which write what they said, may set updated_at. */
    private static final String ERASE = """
            DELETE FROM preference p USING unnest($1::text[], $2::timestamptz[]) AS e(customer_id, at)
            WHERE p.customer_id = e.customer_id AND p.updated_at <= e.at""";

    private static final String DISABLE = """
            UPDATE preference SET disabled_at = now(), version = nextval('preference_version')
            WHERE endpoint_id = ANY ($1) AND disabled_at IS NULL""";

    /** Of those among them who have said something; one statement. */
    public Uni<Map<String, Preferences>> of(SqlClient sql, Collection<String> customers) {
        var distinct = Set.copyOf(customers).toArray(String[]::new);
        return sql.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(distinct))
                .map(rows -> all(rows).collect(Collectors.toMap(Preferences::customerId, Function.identity())));
    }

    public Uni<Optional<Preferences>> find(SqlClient sql, String customer) {
        return one(sql, FIND, customer);
    }

    public Uni<Optional<Preferences>> lock(SqlConnection sql, String customer) {
        return one(sql, LOCK, customer);
    }

    /** Answers its version, or nothing if somebody else has just made the row. */
    public Uni<Optional<Long>> insert(SqlConnection sql, Preferences wanted) {
        return version(sql, INSERT, wanted);
    }

    /** Answers its new version. */
    public Uni<Long> update(SqlConnection sql, Preferences wanted) {
        return version(sql, UPDATE, wanted).map(Optional::orElseThrow);
    }

    /** Those that are still what they were when they were called. */
    public Uni<Void> disable(SqlConnection sql, Collection<UUID> endpoints) {
        if (endpoints.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(DISABLE)
                .execute(Tuple.tuple().addArrayOfUUID(endpoints.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /**
     * What a customer says after the erasure stays: they have come again. The erasure's time is by order's clock, and when
     * they spoke by this database's: if that is ahead, what was said so shortly before the erasure stays too, since it
     * looks the same, until the customer is erased once more.
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

    private static Uni<Optional<Preferences>> one(SqlClient sql, String query, String customer) {
        return sql.preparedQuery(query)
                .execute(Tuple.tuple().addArrayOfString(new String[] {customer}))
                .map(rows -> all(rows).findFirst());
    }

    private static Uni<Optional<Long>> version(SqlConnection sql, String statement, Preferences wanted) {
        var columns = Tuple.of(wanted.customerId(), wanted.locale(), wanted.email(), wanted.phone())
                .addArrayOfString(wanted.channels().stream().map(Channel::name).toArray(String[]::new));
        EndpointColumns.add(columns, wanted.endpoint());
        return sql.preparedQuery(statement)
                .execute(columns)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getLong("version"))
                        .findFirst());
    }

    private static Stream<Preferences> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(PreferenceTable::preferences);
    }

    private static Preferences preferences(Row row) {
        return new Preferences(
                row.getString("customer_id"),
                row.getString("locale"),
                row.getString("email"),
                row.getString("phone"),
                Arrays.stream(row.getArrayOfStrings("channels"))
                        .map(Channel::valueOf)
                        .collect(Collectors.toSet()),
                EndpointColumns.of(row),
                row.getLong("version"));
    }
}
