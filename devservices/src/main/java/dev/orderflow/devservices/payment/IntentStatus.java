package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The states of a payment intent that this provider knows, by the API's names. */
enum IntentStatus {
    @JsonProperty("requires_payment_method")
    REQUIRES_PAYMENT_METHOD,
    @JsonProperty("requires_confirmation")
    REQUIRES_CONFIRMATION,
    @JsonProperty("processing")
    PROCESSING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("canceled")
    CANCELED;

    String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
