package dev.orderflow.notification.persistence;

import static dev.orderflow.notification.persistence.EndpointColumns.instant;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Message;
import dev.orderflow.notification.domain.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads what a call of an endpoint needs, as it is now. */
@Singleton
public class Dispatches {

    private static final String FIND = """
            SELECT d.id, d.customer_id, d.order_id, d.round, n.template, n.facts::text AS facts, n.language,
                   n.created_at,
                   coalesce('WEBHOOK' = ANY (p.channels), false) AS wanted,
                   p.endpoint_id, p.webhook_url, p.secret, p.previous_secret, p.previous_until,
                   p.oldest_secret, p.oldest_until, p.disabled_at
            FROM webhook_delivery d JOIN notification n USING (id)
              LEFT JOIN preference p ON p.customer_id = d.customer_id
            WHERE d.id = $1 AND d.round = $2 AND d.state = 'PENDING'""";

    private final EventCodec json;

    @Inject
    Dispatches(EventCodec json) {
        this.json = json;
    }

    /** Empty if that round is over. */
    public Uni<Optional<Dispatch>> find(SqlClient sql, UUID delivery, int round) {
        return sql.preparedQuery(FIND)
                .execute(Tuple.of(delivery, round))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::dispatch)
                        .findFirst());
    }

    private Dispatch dispatch(Row row) {
        return new Dispatch(
                row.getUUID("id"),
                row.getString("customer_id"),
                row.getUUID("order_id"),
                new Message(
                        Template.valueOf(row.getString("template")),
                        json.read(row.getString("facts"), Facts.class),
                        Language.valueOf(row.getString("language"))),
                instant(row.getOffsetDateTime("created_at")),
                row.getBoolean("wanted"),
                EndpointColumns.of(row));
    }
}
