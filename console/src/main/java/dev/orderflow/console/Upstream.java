package dev.orderflow.console;

import java.util.Locale;

/** Who calls are forwarded to. */
enum Upstream {
    ORDER,
    INVENTORY,
    PAYMENT,
    SHIPPING,
    NOTIFICATION,
    LOYALTY,
    ANALYTICS;

    /** What stands in front of the service's own paths. */
    String prefix() {
        return "/api/" + label();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
