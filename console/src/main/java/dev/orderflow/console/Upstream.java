package dev.orderflow.console;

import dev.orderflow.console.ConsoleConfig.Upstreams;
import java.net.URI;
import java.util.Locale;
import java.util.function.Function;

/** Who calls are forwarded to. */
enum Upstream {
    ORDER(Upstreams::order),
    INVENTORY(Upstreams::inventory),
    PAYMENT(Upstreams::payment),
    SHIPPING(Upstreams::shipping),
    NOTIFICATION(Upstreams::notification),
    LOYALTY(Upstreams::loyalty),
    ANALYTICS(Upstreams::analytics);

    private final Function<Upstreams, URI> base;

    Upstream(Function<Upstreams, URI> base) {
        this.base = base;
    }

    /** Where it is. */
    URI base(Upstreams configured) {
        return base.apply(configured);
    }

    /** What stands in front of the service's own paths. */
    String prefix() {
        return "/api/" + label();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
