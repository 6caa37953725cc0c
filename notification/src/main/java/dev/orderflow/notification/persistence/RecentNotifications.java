package dev.orderflow.notification.persistence;

import static dev.orderflow.notification.persistence.EndpointColumns.instant;

import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Status;
import dev.orderflow.notification.domain.Template;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads what some customers were told lately: a look into the list's own index for each of them, in one statement. */
@Singleton
public class RecentNotifications {

    private static final String FIND = """
            SELECT id, order_id, customer_id, channel, template, language, status, created_at, sent_at FROM notification
            WHERE customer_id = ANY ($1) AND created_at > now() - $2::bigint * interval '1 millisecond'
            ORDER BY created_at, id""";

    private final Pool pool;

    @Inject
    RecentNotifications(Pool pool) {
        this.pool = pool;
    }

    /** Oldest first. */
    public Uni<List<NotificationEntity>> of(Set<String> customers, Duration window) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(customers.toArray(String[]::new), window.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(RecentNotifications::notification)
                        .toList());
    }

    private static NotificationEntity notification(Row row) {
        var notification = new NotificationEntity();
        notification.id = row.getUUID("id");
        notification.orderId = row.getUUID("order_id");
        notification.customerId = row.getString("customer_id");
        notification.channel = row.getString("channel");
        notification.template = Template.valueOf(row.getString("template"));
        notification.language = Language.valueOf(row.getString("language"));
        notification.status = Status.valueOf(row.getString("status"));
        notification.createdAt = instant(row.getOffsetDateTime("created_at"));
        notification.sentAt = instant(row.getOffsetDateTime("sent_at"));
        return notification;
    }
}
