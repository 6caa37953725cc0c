package dev.orderflow.notification.persistence;

import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.OldSecret;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** An endpoint, or none, as columns of its customer's row. */
final class EndpointColumns {

    private EndpointColumns() {}

    static void add(Tuple columns, Endpoint endpoint) {
        var present = endpoint == null ? new Endpoint(null, null, null, List.of(), null) : endpoint;
        columns.addUUID(present.id()).addString(present.url()).addString(present.secret());
        for (int place = 0; place < 2; place++) {
            var old = place < present.replaced().size() ? present.replaced().get(place) : new OldSecret(null, null);
            columns.addString(old.secret()).addOffsetDateTime(utc(old.until()));
        }
        columns.addOffsetDateTime(utc(present.disabledAt()));
    }

    static Endpoint of(Row row) {
        if (row.getUUID("endpoint_id") == null) {
            return null;
        }
        return new Endpoint(
                row.getUUID("endpoint_id"),
                row.getString("webhook_url"),
                row.getString("secret"),
                replaced(row),
                instant(row.getOffsetDateTime("disabled_at")));
    }

    /** An oldest one without a previous one is another endpoint's: a replica that doesn't know the columns left it. */
    private static List<OldSecret> replaced(Row row) {
        var oldest = row.getString("previous_secret") == null ? Stream.<OldSecret>empty() : old(row, "oldest");
        return Stream.concat(old(row, "previous"), oldest).toList();
    }

    private static Stream<OldSecret> old(Row row, String which) {
        return Stream.ofNullable(row.getString(which + "_secret"))
                .map(secret -> new OldSecret(secret, instant(row.getOffsetDateTime(which + "_until"))));
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
