package dev.orderflow.payment.messaging;

import dev.orderflow.payment.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * Payload of {@link TaskKinds#WATCH_REFUND}.
 *
 * @param looks how often it was still under way; 0 in a task that an older release has made
 */
@RegisterForReflection
public record RefundToWatch(UUID orderId, String refundId, int looks) {

    static RefundToWatch of(Payment payment, int looks) {
        return new RefundToWatch(payment.orderId(), payment.refs().refundId(), looks);
    }
}
