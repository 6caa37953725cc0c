package dev.orderflow.order.application;

import static java.util.Objects.requireNonNull;

/**
 * Who acts.
 *
 * @param subject the customer id, or the operator's name
 */
public record Actor(String subject, boolean operator) {

    public Actor {
        requireNonNull(subject, "subject is required");
    }

    public static Actor customer(String customerId) {
        return new Actor(customerId, false);
    }

    public static Actor operator(String name) {
        return new Actor(name, true);
    }

    public boolean maySee(String customerId) {
        return operator || subject.equals(customerId);
    }
}
