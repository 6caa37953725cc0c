package dev.orderflow.notification.persistence;

import dev.orderflow.notification.domain.Endpoint;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** An endpoint, or none, as columns of its customer's row. */
final class EndpointColumns {

    private EndpointColumns() {}

    static void add(Tuple columns, Endpoint endpoint) {
        var present = endpoint == null ? new Endpoint(null, null, null, null, null, null) : endpoint;
        columns.addUUID(present.id())
                .addString(present.url())
                .addString(present.secret())
                .addString(present.previousSecret())
                .addOffsetDateTime(utc(present.previousUntil()))
                .addOffsetDateTime(utc(present.disabledAt()));
    }

    static Endpoint of(Row row) {
        if (row.getUUID("endpoint_id") == null) {
            return null;
        }
        return new Endpoint(
                row.getUUID("endpoint_id"),
                row.getString("webhook_url"),
                row.getString("secret"),
                row.getString("previous_secret"),
                instant(row.getOffsetDateTime("previous_until")),
                instant(row.getOffsetDateTime("disabled_at")));
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
