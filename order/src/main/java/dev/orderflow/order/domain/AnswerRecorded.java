package dev.orderflow.order.domain;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A participant answered, and what it said is in none of order's own events.
 *
 * @param reference the payment's or shipment's id; null if the answer named none
 * @param detail a code for people, free of personal data; null if there is none
 */
public record AnswerRecorded(UUID orderId, String customerId, Answer answer, UUID reference, String detail)
        implements InternalEvent {

    public AnswerRecorded {
        requireNonNull(answer, "answer is required");
    }
}
