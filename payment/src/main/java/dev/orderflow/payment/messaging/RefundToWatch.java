package dev.orderflow.payment.messaging;

import dev.orderflow.payment.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Payload of {@link TaskKinds#WATCH_REFUND}. */
@RegisterForReflection
public record RefundToWatch(UUID orderId, String refundId) {

    static RefundToWatch of(Payment payment) {
        return new RefundToWatch(payment.orderId(), payment.refs().refundId());
    }
}
