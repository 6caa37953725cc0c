package dev.orderflow.payment.messaging;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * Payload of {@link TaskKinds#REFUND}.
 *
 * @param refundTry makes the idempotency key of a further try differ from that of one that was refused
 * @param captured what has to be back in the end; null in a task that an older release has made
 */
@RegisterForReflection
public record RefundToMake(UUID orderId, UUID paymentId, String intentId, int refundTry, Money captured) {

    static RefundToMake of(Payment payment) {
        return new RefundToMake(
                payment.orderId(),
                payment.id(),
                payment.refs().intentId(),
                payment.refs().refundTry(),
                payment.funds().captured());
    }
}
