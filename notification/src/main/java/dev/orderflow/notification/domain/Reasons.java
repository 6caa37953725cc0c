package dev.orderflow.notification.domain;

import dev.orderflow.contracts.order.OrderCancelled;
import java.util.Map;

/** The stable reasons of a cancellation in words for a customer. */
final class Reasons {

    private static final Map<String, String> WORDS = Map.of(
            "out-of-stock", "What you ordered is out of stock.",
            "payment-declined", "Your payment was declined.",
            "undeliverable", "We can't deliver to the address that you gave.",
            "timed-out", "We could not complete it in time.");

    private static final String OTHER = "We could not complete it.";

    private Reasons() {}

    /**
     * A person's reason is free text of their own, so only who it was is told. A general sentence for a reason that this
     * release doesn't know: internals are no message for a customer.
     */
    static String inWords(OrderCancelled cancelled) {
        return switch (cancelled.requestedBy()) {
            case "CUSTOMER" -> "You asked us to cancel it.";
            case "OPERATOR" -> "Our staff had to cancel it.";
            default -> WORDS.getOrDefault(cancelled.reason(), OTHER);
        };
    }
}
