package dev.orderflow.notification.persistence;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Message;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.domain.Status;
import dev.orderflow.notification.domain.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The notification table. */
@Singleton
public class Notifications {

    private static final String INSERT = """
            INSERT INTO notification (id, order_id, customer_id, channel, template, facts, language, status, created_at)
            SELECT id, order_id, customer_id, channel, template, facts::jsonb, language, status, created_at
            FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::timestamptz[])
              AS t(id, order_id, customer_id, channel, template, facts, language, status, created_at)
            ON CONFLICT (id) DO NOTHING""";

    private static final String FINISH = """
            UPDATE notification n SET status = t.status, sent_at = t.sent_at
            FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS t(id, status, sent_at) WHERE n.id = t.id""";

    private static final String FIND = """
            SELECT id, order_id, customer_id, channel, template, facts::text AS facts, language, status, created_at,
                   sent_at
            FROM notification WHERE id = ANY($1)""";

    private final EventCodec json;

    @Inject
    Notifications(EventCodec json) {
        this.json = json;
    }

    /** One statement for all of them. */
    public Uni<Void> insert(SqlConnection sql, List<Notification> fresh) {
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(INSERT).execute(columns(fresh)).replaceWithVoid();
    }

    /** One statement for all of them. */
    public Uni<Void> finish(SqlConnection sql, List<Finished> finished) {
        var columns = Tuple.tuple()
                .addArrayOfUUID(finished.stream().map(Finished::id).toArray(UUID[]::new))
                .addArrayOfString(
                        finished.stream().map(each -> each.status().name()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        finished.stream().map(each -> utc(each.sentAt())).toArray(OffsetDateTime[]::new));
        return sql.preparedQuery(FINISH).execute(columns).replaceWithVoid();
    }

    /** By id, without those that are not there. */
    public Uni<Map<UUID, Notification>> find(SqlConnection sql, List<UUID> ids) {
        return sql.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::notification)
                        .collect(Collectors.toMap(Notification::id, Function.identity())));
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private Tuple columns(List<Notification> fresh) {
        return Tuple.tuple()
                .addArrayOfUUID(fresh.stream().map(Notification::id).toArray(UUID[]::new))
                .addArrayOfUUID(fresh.stream().map(Notification::orderId).toArray(UUID[]::new))
                .addArrayOfString(text(fresh, Notification::customerId))
                .addArrayOfString(text(fresh, each -> each.channel().name()))
                .addArrayOfString(text(fresh, each -> each.message().template().name()))
                .addArrayOfString(text(fresh, each -> json.write(each.message().facts())))
                .addArrayOfString(text(fresh, each -> each.message().language().name()))
                .addArrayOfString(text(fresh, each -> each.status().name()))
                .addArrayOfOffsetDateTime(fresh.stream()
                        .map(each -> each.createdAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String[] text(List<Notification> rows, Function<Notification, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private Notification notification(Row row) {
        var message = new Message(
                Template.valueOf(row.getString("template")),
                json.read(row.getString("facts"), Facts.class),
                Language.valueOf(row.getString("language")));
        var sentAt = row.getOffsetDateTime("sent_at");
        return new Notification(
                row.getUUID("id"),
                row.getUUID("order_id"),
                row.getString("customer_id"),
                Channel.valueOf(row.getString("channel")),
                message,
                Status.valueOf(row.getString("status")),
                row.getOffsetDateTime("created_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }
}
