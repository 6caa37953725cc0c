package dev.orderflow.payment.reconciliation;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.reconciliation.Booked;
import dev.orderflow.payment.domain.reconciliation.Kept;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What one of both says of an intent.
 *
 * @param status of the payment; null for the provider's side
 */
@RegisterForReflection
public record Side(PaymentStatus status, Money captured, Money refunded) {

    static Side of(Kept here) {
        return new Side(here.status(), here.captured(), here.refunded());
    }

    static Side of(Booked there) {
        return new Side(null, there.captured(), there.refunded());
    }
}
