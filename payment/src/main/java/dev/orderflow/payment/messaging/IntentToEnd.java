package dev.orderflow.payment.messaging;

import dev.orderflow.payment.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** Payload of {@link TaskKinds#CONFIRM_INTENT} and {@link TaskKinds#SETTLE_INTENT}. */
@RegisterForReflection
public record IntentToEnd(UUID orderId, UUID paymentId, String intentId) {

    static IntentToEnd of(Payment payment) {
        return new IntentToEnd(payment.orderId(), payment.id(), payment.refs().intentId());
    }
}
