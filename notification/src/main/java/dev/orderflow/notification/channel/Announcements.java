package dev.orderflow.notification.channel;

import dev.orderflow.contracts.notification.NotificationFailed;
import dev.orderflow.contracts.notification.NotificationSent;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.Notification;
import java.time.Instant;

/** What became of a notification, for the other services. */
public final class Announcements {

    private Announcements() {}

    public static NewEvent sent(Correspondence correspondence, Notification sent, Instant at) {
        var event = new NotificationSent(
                sent.orderId(), sent.customerId(), sent.id(), sent.channel().name(), template(sent), at);
        return NewEvent.of(sent.orderId(), correspondence.version(), event);
    }

    public static NewEvent failed(Correspondence correspondence, Notification failed, String reason) {
        var event = new NotificationFailed(
                failed.orderId(),
                failed.customerId(),
                failed.id(),
                failed.channel().name(),
                template(failed),
                reason);
        return NewEvent.of(failed.orderId(), correspondence.version(), event);
    }

    private static String template(Notification notification) {
        return notification.message().template().templateName();
    }
}
