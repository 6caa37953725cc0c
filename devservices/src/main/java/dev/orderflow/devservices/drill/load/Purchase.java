package dev.orderflow.devservices.drill.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a customer was told, in the end.
 *
 * @param orderId empty if the order was refused or never answered
 * @param placed the status of the last answer to the order; 0 if there was none
 * @param answers the status of the last answer to each wish that was had; 0 if none came
 * @param requests how many requests all of it took
 * @param answeredAt when the last answer came
 * @param complaints what contradicted an answer that was given before
 */
public record Purchase(
        Script script,
        String orderId,
        int placed,
        Map<Wish, Integer> answers,
        int requests,
        Instant answeredAt,
        List<String> complaints) {

    public Purchase {
        answers = Map.copyOf(answers);
        complaints = List.copyOf(complaints);
    }

    public boolean isTaken() {
        return !orderId.isEmpty();
    }

    /** Whether the cancellation was agreed to: done, or under way. */
    public boolean isCancelAccepted() {
        return isAccepted(Wish.CANCEL);
    }

    public boolean isReturnAccepted() {
        return isAccepted(Wish.RETURN);
    }

    /** Whether an operator has closed it by hand. */
    public boolean isResolved() {
        return isAccepted(Wish.RESOLVE);
    }

    /** Whether all that was known of the customer is to be gone. */
    public boolean isErased() {
        return isAccepted(Wish.ERASE);
    }

    private boolean isAccepted(Wish wish) {
        return answers.getOrDefault(wish, 0) / 100 == 2;
    }
}
