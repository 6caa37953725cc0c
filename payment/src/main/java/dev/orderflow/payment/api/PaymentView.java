package dev.orderflow.payment.api;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.persistence.PaymentEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment as operators see it.
 *
 * @param id absent, like the amounts, for an order that was cancelled before any payment was requested
 * @param attempts oldest first
 */
@RegisterForReflection
@Schema(
        name = "Payment",
        requiredProperties = {"orderId", "status", "attempts"})
public record PaymentView(
        UUID id,
        UUID orderId,
        PaymentStatus status,
        Money amount,
        Money captured,
        Money refunded,
        List<Attempt> attempts) {

    /** One answer of the provider, or its absence. */
    @RegisterForReflection
    @Schema(
            name = "PaymentAttempt",
            requiredProperties = {"at", "outcome"})
    public record Attempt(Instant at, String outcome) {}

    static PaymentView of(PaymentEntity payment) {
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.captured(),
                payment.refunded(),
                payment.attempts().stream()
                        .map(attempt -> new Attempt(attempt.at(), attempt.outcome()))
                        .toList());
    }
}
