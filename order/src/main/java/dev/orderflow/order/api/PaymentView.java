package dev.orderflow.order.api;

import dev.orderflow.order.domain.Payment;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param id null if the provider was never asked */
@RegisterForReflection
@Schema(name = "Payment", requiredProperties = "status")
record PaymentView(UUID id, Payment.Status status) {

    static PaymentView of(Payment payment) {
        return payment == null ? null : new PaymentView(payment.id(), payment.status());
    }
}
