package dev.orderflow.analytics.domain;

import java.util.Set;

/**
 * Why orders are cancelled, as far as it can be counted. What a person wrote is nobody's category, and may name somebody:
 * it counts as that person's request.
 */
final class Reasons {

    /** Those that order gives by itself, which are stable. */
    private static final Set<String> OF_ORDER = Set.of(
            "out-of-stock",
            "payment-declined",
            "undeliverable",
            "timed-out",
            "customer-request",
            "operator-request",
            "resolved-by-hand");

    private Reasons() {}

    static String of(String reason, String requestedBy) {
        if (OF_ORDER.contains(reason)) {
            return reason;
        }
        return switch (requestedBy) {
            case "CUSTOMER" -> "customer-request";
            case "OPERATOR" -> "operator-request";
            default -> "other";
        };
    }
}
