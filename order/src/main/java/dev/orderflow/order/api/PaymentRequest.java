package dev.orderflow.order.api;

import dev.orderflow.order.domain.PaymentMeans;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an order is paid. */
@RegisterForReflection
@Schema(name = "NewPayment")
record PaymentRequest(
        @NotNull Method method,

        @NotBlank @Line(max = 255) @Schema(description = "The payment provider's reference")
        String token) {

    /** What is taken. */
    enum Method {
        CARD
    }

    PaymentMeans means() {
        return new PaymentMeans(method.name(), token);
    }

    /** Without the token, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "PaymentRequest[" + method + "]";
    }
}
