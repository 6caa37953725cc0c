package dev.orderflow.messaging.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.orderflow.messaging.event.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads back what happened to one aggregate. A service that serves it owes an index on {@code journal (key, version)}. */
@Singleton
public final class History {

    private static final String EVENT = """
            SELECT j.key, j.event_id, j.version, j.type, j.data_version, j.headers::text AS headers, j.recorded_at,
                   (CASE WHEN p.payload IS NULL THEN j.payload ELSE j.payload || p.payload END)::text AS payload
            """;

    private static final String OF_KEY = EVENT + """
            FROM journal j LEFT JOIN personal p ON p.event_id = j.event_id
            WHERE j.key = $1 ORDER BY j.version, j.position""";

    private static final String OF_STRETCHES = EVENT + """
            FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS stretch (key, after, until)
            JOIN journal j ON j.key = stretch.key AND j.version > stretch.after AND j.version <= stretch.until
            LEFT JOIN personal p ON p.event_id = j.event_id
            ORDER BY j.version, j.position""";

    private static final String TRACES = """
            SELECT DISTINCT ON (key) key, headers ->> 'traceparent' AS traceparent FROM journal WHERE key = ANY($1)
            ORDER BY key, version, position""";

    /** A part of what happened to a key: the versions above {@code after}, up to {@code until}. */
    public record Stretch(String key, long after, long until) {}

    private final EventCodec codec;

    @Inject
    public History(EventCodec codec) {
        this.codec = codec;
    }

    /** Everything of that key, oldest first; empty when there is nothing. */
    public Uni<List<Recorded>> of(SqlClient sql, String key) {
        return sql.preparedQuery(OF_KEY)
                .execute(Tuple.of(key))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::recorded)
                        .toList());
    }

    /** By key, each oldest first, in one statement; of a key without events in its stretch there is nothing. */
    public Uni<Map<String, List<Recorded>>> of(SqlClient sql, Collection<Stretch> stretches) {
        return sql.preparedQuery(OF_STRETCHES)
                .execute(Tuple.of(
                        stretches.stream().map(Stretch::key).toArray(String[]::new),
                        stretches.stream().map(Stretch::after).toArray(Long[]::new),
                        stretches.stream().map(Stretch::until).toArray(Long[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(groupingBy(row -> row.getString("key"), mapping(this::recorded, toList()))));
    }

    /** The trace that each key's first event was in; nothing for a key without events, or whose first one had none. */
    public Uni<Map<String, String>> traces(SqlClient sql, Collection<String> keys) {
        return sql.preparedQuery(TRACES)
                .execute(Tuple.tuple().addArrayOfString(keys.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getString("traceparent") != null)
                        .collect(toMap(row -> row.getString("key"), row -> row.getString("traceparent"))));
    }

    private Recorded recorded(Row row) {
        var payload = row.getString("payload").getBytes(UTF_8);
        return new Recorded(
                row.getUUID("event_id"),
                row.getLong("version"),
                row.getString("type"),
                codec.decode(row.getString("type"), row.getInteger("data_version"), payload),
                codec.read(row.getString("headers"), Cause.class),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
