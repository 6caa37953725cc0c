package dev.orderflow.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.notification.domain.Status;
import dev.orderflow.notification.persistence.NotificationEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A notification as its customer sees it. */
@RegisterForReflection
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Notification",
        requiredProperties = {"id", "orderId", "template", "channel", "status", "createdAt"})
public record NotificationView(
        UUID id,
        UUID orderId,
        String template,
        String channel,
        Status status,

        @Schema(description = "in the language that the customer is written to")
        String subject,

        Instant createdAt,
        Instant sentAt) {

    public static NotificationView of(NotificationEntity notification) {
        return new NotificationView(
                notification.id,
                notification.orderId,
                notification.template.templateName(),
                notification.channel,
                notification.status,
                notification.template.subject(notification.language),
                notification.createdAt,
                notification.sentAt);
    }
}
