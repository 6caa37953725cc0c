package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * A Refund, or the reason why there is none.
 *
 * @param amount in minor units
 * @param failureReason null unless it failed
 * @param error null unless the call was refused
 */
@RegisterForReflection
public record StripeRefund(
        String id,
        String status,
        long amount,
        @JsonProperty("failure_reason") String failureReason,
        StripeError error) {

    boolean hasSucceeded() {
        return "succeeded".equals(status);
    }

    boolean hasFailed() {
        return "failed".equals(status) || "canceled".equals(status);
    }

    String whyFailed() {
        return Optional.ofNullable(failureReason).orElse(status);
    }
}
