package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A PaymentIntent, or the reason why there is none.
 *
 * @param amountReceived in minor units
 * @param error null unless the call was refused
 */
@RegisterForReflection
public record StripeIntent(
        String id,
        String status,
        @JsonProperty("amount_received") long amountReceived,
        String currency,
        @JsonProperty("last_payment_error") StripeError lastPaymentError,
        StripeError error) {

    static final String SUCCEEDED = "succeeded";
    static final String CANCELED = "canceled";
    static final String PROCESSING = "processing";
    static final String NEEDS_METHOD = "requires_payment_method";

    /** The intent is in another state than the call was meant for: what it is in has to be looked up. */
    boolean wasElsewhere() {
        return error != null && error.is("payment_intent_unexpected_state");
    }
}
