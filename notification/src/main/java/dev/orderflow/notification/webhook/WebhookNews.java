package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.channel.Announcements;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.HookState;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.domain.Status;
import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.Finished;
import dev.orderflow.notification.persistence.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says of notifications what became of their deliveries. A retry by hand that changes nothing is no news. */
@Singleton
class WebhookNews {

    private final Correspondences correspondences;
    private final Notifications notifications;

    @Inject
    WebhookNews(Correspondences correspondences, Notifications notifications) {
        this.correspondences = correspondences;
        this.notifications = notifications;
    }

    /** @param locked the correspondence of each of their orders */
    Uni<Void> tell(UnitOfWork work, Map<HookDelivery, Attempt> ended, Map<UUID, Correspondence> locked) {
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = ended.keySet().stream().map(HookDelivery::id).toList();
        return notifications.find(work.sql(), ids).chain(found -> tell(work, ended, locked, found));
    }

    private Uni<Void> tell(
            UnitOfWork work,
            Map<HookDelivery, Attempt> ended,
            Map<UUID, Correspondence> locked,
            Map<UUID, Notification> found) {
        var now = new HashMap<UUID, Correspondence>();
        var finished = new ArrayList<Finished>();
        ended.forEach((delivery, attempt) -> {
            var notification = found.get(delivery.id());
            if (notification != null && isNews(notification, delivery)) {
                var next = now.getOrDefault(delivery.orderId(), locked.get(delivery.orderId()))
                        .stepped();
                now.put(delivery.orderId(), next);
                finished.add(new Finished(
                        delivery.id(),
                        status(delivery),
                        delivery.state() == HookState.DELIVERED ? delivery.attemptedAt() : null));
                announce(work, next, notification, delivery, attempt);
            }
        });
        return correspondences.store(work.sql(), now.values()).chain(() -> notifications.finish(work.sql(), finished));
    }

    /** What was taken once stays sent, whatever became of a repetition. */
    private static boolean isNews(Notification notification, HookDelivery delivery) {
        return notification.status() != Status.SENT && notification.status() != status(delivery);
    }

    private static void announce(
            UnitOfWork work, Correspondence now, Notification about, HookDelivery delivery, Attempt attempt) {
        var event = delivery.state() == HookState.DELIVERED
                ? Announcements.sent(now, about, delivery.attemptedAt())
                : Announcements.failed(now, about, delivery.outcome());
        work.append(List.of(event), attempt.cause());
    }

    private static Status status(HookDelivery delivery) {
        return delivery.state() == HookState.DELIVERED ? Status.SENT : Status.FAILED;
    }
}
