package dev.orderflow.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.HookState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an event has come on its way to the caller's endpoint. */
@RegisterForReflection
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "WebhookDelivery",
        requiredProperties = {"id", "notification", "orderId", "type", "state", "attempt", "createdAt"})
record WebhookDeliveryView(
        @Schema(description = "the webhook-id of its requests")
        UUID id,

        @Schema(description = "the entry of GET /notifications that it is about; the same as id")
        UUID notification,

        UUID orderId,
        @Schema(examples = "order.confirmed") String type,
        HookState state,

        @Schema(description = "how many attempts were made") int attempt,

        @Schema(description = "when the last attempt was made")
        Instant at,

        @Schema(description = "what the endpoint answered to the last attempt; absent if it did not")
        Integer statusCode,

        @Schema(
                description =
                        "of the last attempt: delivered, refused, gone, not-reached, no-answer-in-time, tls-failed,"
                                + " no-public-address; without one: endpoint-disabled, opted-out, timed-out")
        String outcome,

        @Schema(description = "not before; absent if it is not tried again by itself")
        Instant nextTry,

        Instant createdAt) {

    static WebhookDeliveryView of(HookDelivery delivery) {
        return new WebhookDeliveryView(
                delivery.id(),
                delivery.id(),
                delivery.orderId(),
                delivery.template().eventName(),
                delivery.state(),
                delivery.attempts(),
                delivery.attemptedAt(),
                delivery.statusCode(),
                shown(delivery.outcome()),
                delivery.nextAt(),
                delivery.createdAt());
    }

    /**
     * Whether a name is unknown or known in our network only, and that a key of ours is missing, is for operators to know: it
     * is kept, and not shown.
     */
    private static String shown(String outcome) {
        return switch (outcome) {
            case null -> null;
            case "address-refused", "unknown-host" -> "no-public-address";
            case "secret-unreadable" -> "not-reached";
            default -> outcome;
        };
    }
}
