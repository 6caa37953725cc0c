package dev.orderflow.notification.channel;

import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Template;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** All that a mail is made of. Holds an address: it is deleted with its task. */
@RegisterForReflection
public record MailTask(
        UUID notificationId, UUID orderId, String customerId, String to, Template template, Facts facts) {

    @Override
    public String toString() {
        return "MailTask[" + notificationId + "]";
    }
}
