package dev.orderflow.payment.messaging;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * Payload of {@link TaskKinds#CREATE_INTENT}. The only place where payment keeps a token: the payload goes when the task
 * ends, one way or the other.
 */
@RegisterForReflection
public record IntentToCreate(UUID orderId, UUID paymentId, Money amount, String token) {

    static IntentToCreate of(Payment payment, String token) {
        return new IntentToCreate(
                payment.orderId(), payment.id(), payment.funds().amount(), token);
    }

    /** Without the token, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "IntentToCreate[orderId=" + orderId + ", paymentId=" + paymentId + ", amount=" + amount + "]";
    }
}
