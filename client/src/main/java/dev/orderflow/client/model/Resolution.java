package dev.orderflow.client.model;

/**
 * What an operator declares a stuck order to be.
 *
 * @param reason the customer sees it in the order's timeline
 */
public record Resolution(Outcome outcome, String reason) {

    /** How it ends. */
    public enum Outcome {
        CANCELLED,
        DELIVERED,
        RETURNED
    }
}
