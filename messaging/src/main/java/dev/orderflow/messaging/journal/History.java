package dev.orderflow.messaging.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.messaging.event.EventCodec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads back what happened to one aggregate. A service that serves it owes an index on {@code journal (key, version)}. */
@Singleton
public final class History {

    private static final String OF_KEY = """
            SELECT j.event_id, j.version, j.type, j.data_version, j.headers::text AS headers, j.recorded_at,
                   (CASE WHEN p.payload IS NULL THEN j.payload ELSE j.payload || p.payload END)::text AS payload
            FROM journal j LEFT JOIN personal p ON p.event_id = j.event_id
            WHERE j.key = $1 ORDER BY j.version, j.position""";

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
