package dev.orderflow.messaging.deadletter;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A row of {@code dead_letter} as a value. */
final class LetterRow {

    /** All but the payload, which may be large and personal. */
    static final String SUMMARY = """
            id, position, line, state, event_id, topic, partition, "offset", key, type, data_version, headers,
            error_type, error, attempts, trace_id, created_at, settled_at, NULL::bytea AS payload""";

    static final String WHOLE = SUMMARY.replace("NULL::bytea AS payload", "payload");

    private LetterRow() {}

    static Optional<DeadLetter> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    static List<DeadLetter> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(LetterRow::of)
                .toList();
    }

    private static DeadLetter of(Row row) {
        return new DeadLetter(
                row.getUUID("id"),
                row.getLong("position"),
                row.getString("line"),
                LetterState.valueOf(row.getString("state")),
                row.getUUID("event_id"),
                row.getString("topic"),
                row.getInteger("partition"),
                row.getLong("offset"),
                row.getString("key"),
                row.getString("type"),
                row.getInteger("data_version"),
                bytes(row),
                headers(row),
                row.getString("error_type"),
                row.getString("error"),
                row.getInteger("attempts"),
                row.getString("trace_id"),
                instant(row.getOffsetDateTime("created_at")),
                instant(row.getOffsetDateTime("settled_at")));
    }

    private static byte[] bytes(Row row) {
        var payload = row.get(Buffer.class, "payload");
        return payload == null ? null : payload.getBytes();
    }

    private static Map<String, String> headers(Row row) {
        return row.get(JsonObject.class, "headers").stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
