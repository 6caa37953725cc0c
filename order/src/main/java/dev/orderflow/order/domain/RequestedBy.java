package dev.orderflow.order.domain;

/** Who wanted an order cancelled. */
public enum RequestedBy {
    CUSTOMER,
    OPERATOR,
    /** A participant's refusal or a deadline. */
    SYSTEM;

    /** An unknown name, from a newer release say, is treated like SYSTEM, as the contract demands. */
    public static RequestedBy named(String name) {
        for (var each : values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return SYSTEM;
    }
}
