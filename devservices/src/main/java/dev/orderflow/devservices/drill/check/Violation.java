package dev.orderflow.devservices.drill.check;

/**
 * Something that must not be.
 *
 * @param subject what it is about: an order's id, a sku, a topic and key
 */
public record Violation(String invariant, String subject, String expected, String seen) {

    @Override
    public String toString() {
        return invariant + ": " + subject + ": expected " + expected + ", seen " + seen;
    }
}
