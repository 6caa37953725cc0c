package dev.orderflow.devservices.drill.load;

import java.time.Instant;
import java.util.List;

/**
 * What a customer was told, in the end.
 *
 * @param orderId empty if the order was refused or never answered
 * @param placed the status of the last answer to the order; 0 if there was none
 * @param cancelled the status of the last answer to the cancellation; 0 if none was asked for or none came
 * @param returned as {@code cancelled}, to the return
 * @param requests how many requests all of it took
 * @param answeredAt when the last answer came
 * @param complaints what contradicted an answer that was given before
 */
public record Purchase(
        Script script,
        String orderId,
        int placed,
        int cancelled,
        int returned,
        int requests,
        Instant answeredAt,
        List<String> complaints) {

    public Purchase {
        complaints = List.copyOf(complaints);
    }

    public boolean isTaken() {
        return !orderId.isEmpty();
    }

    /** Whether the cancellation was agreed to: done, or under way. */
    public boolean isCancelAccepted() {
        return cancelled / 100 == 2;
    }

    public boolean isReturnAccepted() {
        return returned / 100 == 2;
    }
}
