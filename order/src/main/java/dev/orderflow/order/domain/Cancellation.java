package dev.orderflow.order.domain;

import static java.util.Objects.requireNonNull;

/**
 * That an order was to be cancelled.
 *
 * @param reason one of {@link CancelReasons}, or what a person wrote
 * @param refused whether it came too late: the parcel had left
 */
public record Cancellation(String reason, RequestedBy requestedBy, boolean refused) {

    public Cancellation {
        requireNonNull(reason, "reason is required");
        requireNonNull(requestedBy, "requestedBy is required");
    }

    public static Cancellation of(String reason, RequestedBy requestedBy) {
        return new Cancellation(reason, requestedBy, false);
    }

    Cancellation tooLate() {
        return new Cancellation(reason, requestedBy, true);
    }
}
