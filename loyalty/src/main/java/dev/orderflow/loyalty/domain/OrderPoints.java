package dev.orderflow.loyalty.domain;

/**
 * What an order has brought its customer until now.
 *
 * @param held points, zero if none or if they were taken back
 * @param erased whether its customer was erased after it was placed
 */
public record OrderPoints(long held, boolean erased) {

    /** @throws ArithmeticException if it exceeds a long */
    public OrderPoints moved(long points) {
        return new OrderPoints(Math.addExact(held, points), erased);
    }
}
