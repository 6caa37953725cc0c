package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an event has come on its way to the customer's endpoint.
 *
 * @param id the webhook-id of its requests
 * @param attempt how many were made
 * @param at when the last of them was made
 * @param statusCode what the endpoint answered to it
 * @param outcome what became of it; more may be added
 * @param nextTry absent if it is not tried again by itself
 */
public record WebhookDelivery(
        UUID id,
        UUID notification,
        UUID orderId,
        String type,
        State state,
        int attempt,
        Optional<Instant> at,
        Optional<Integer> statusCode,
        Optional<String> outcome,
        Optional<Instant> nextTry,
        Instant createdAt) {

    /** Whether it has arrived. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
