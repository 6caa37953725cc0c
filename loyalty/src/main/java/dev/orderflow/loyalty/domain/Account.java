package dev.orderflow.loyalty.domain;

/**
 * A customer's points.
 *
 * @param balance the sum of all movements
 */
public record Account(String customerId, long balance) {

    /** @throws ArithmeticException if the balance exceeds a long */
    public Account moved(long points) {
        return new Account(customerId, Math.addExact(balance, points));
    }
}
