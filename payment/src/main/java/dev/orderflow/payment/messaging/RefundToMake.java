package dev.orderflow.payment.messaging;

import dev.orderflow.payment.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * Payload of {@link TaskKinds#REFUND}.
 *
 * @param refundTry makes the idempotency key of a further try differ from that of one that was refused
 */
@RegisterForReflection
public record RefundToMake(UUID orderId, UUID paymentId, String intentId, int refundTry) {

    static RefundToMake of(Payment payment) {
        return new RefundToMake(
                payment.orderId(),
                payment.id(),
                payment.refs().intentId(),
                payment.refs().refundTry());
    }
}
