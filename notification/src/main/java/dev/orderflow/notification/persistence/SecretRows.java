package dev.orderflow.notification.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The columns of the preference table that hold secrets. */
@Singleton
public class SecretRows {

    /** The key that has sealed all of a row's secrets, or '' if it was not one key: as the index says it. */
    private static final String KEY = """
            CASE
              WHEN least(split_part(secret, ':', 2), split_part(previous_secret, ':', 2), split_part(oldest_secret, ':', 2))
                 = greatest(split_part(secret, ':', 2), split_part(previous_secret, ':', 2), split_part(oldest_secret, ':', 2))
              THEN split_part(secret, ':', 2) ELSE '' END""";

    /** That there is nearly nothing to find can be known for a key, not for all: then every customer would be looked at. */
    private static final String PLANNED_FOR_THIS_KEY = "SET LOCAL plan_cache_mode = force_custom_plan";

    /** What signs no more is left out. */
    private static final String SEALED_OTHERWISE = """
            SELECT customer_id, secret,
                   CASE WHEN previous_until > now() THEN previous_secret END AS previous_secret,
                   CASE WHEN oldest_until > now() THEN oldest_secret END AS oldest_secret
            FROM preference
            WHERE endpoint_id IS NOT NULL AND customer_id > $2 AND (%1$s < $1 OR %1$s > $1)
            ORDER BY customer_id LIMIT $3 FOR UPDATE SKIP LOCKED""".formatted("(" + KEY + ")");

    /** No new version: the customer has changed nothing. */
    private static final String REPLACE = """
            UPDATE preference p
            SET secret = s.secret, previous_secret = s.previous_secret, oldest_secret = s.oldest_secret
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
                   AS s(customer_id, secret, previous_secret, oldest_secret)
            WHERE p.customer_id = s.customer_id""";

    /** Locks the next customers' of whom a secret is sealed with another key than this, or not at all. */
    public Uni<List<SecretRow>> sealedOtherwise(SqlConnection sql, String key, String after, int limit) {
        return sql.query(PLANNED_FOR_THIS_KEY)
                .execute()
                .chain(() -> sql.preparedQuery(SEALED_OTHERWISE).execute(Tuple.of(key, after, limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(SecretRows::row)
                        .toList());
    }

    public Uni<Void> replace(SqlConnection sql, List<SecretRow> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(REPLACE).execute(columns(rows)).replaceWithVoid();
    }

    private static Tuple columns(List<SecretRow> rows) {
        return Tuple.tuple()
                .addArrayOfString(column(rows, SecretRow::customer))
                .addArrayOfString(column(rows, SecretRow::secret))
                .addArrayOfString(column(rows, SecretRow::previous))
                .addArrayOfString(column(rows, SecretRow::oldest));
    }

    private static String[] column(List<SecretRow> rows, Function<SecretRow, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }

    private static SecretRow row(Row row) {
        return new SecretRow(
                row.getString("customer_id"),
                row.getString("secret"),
                row.getString("previous_secret"),
                row.getString("oldest_secret"));
    }
}
