package dev.orderflow.notification.channel;

import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.notification.domain.Notification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Makes the task that sends a notification by mail. */
@Singleton
public class MailTasks {

    static final String KIND = "mail";

    private final MailConfig config;

    @Inject
    MailTasks(MailConfig config) {
        this.config = config;
    }

    public NewTask send(Notification notification, Instant now) {
        var payload = new MailTask(
                notification.id(),
                notification.orderId(),
                notification.customerId(),
                notification.message().template(),
                notification.message().facts(),
                notification.message().language());
        return NewTask.of(KIND, notification.orderId(), payload, now, now.plus(config.patience()));
    }
}
