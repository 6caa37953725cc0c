package dev.orderflow.platform.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whoever came by HTTPS shall keep to it for a year (RFC 6797, which forbids to say so over plain HTTP). Behind a proxy that
 * ends TLS the service learns of it only with {@code quarkus.http.proxy.proxy-address-forwarding}.
 */
@Singleton
final class StrictTransport {

    /** Before anything that answers. */
    private static final int FIRST = Integer.MIN_VALUE;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(StrictTransport::tell);
    }

    private static void tell(RoutingContext request) {
        if ("https".equals(request.request().scheme())) {
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        request.next();
    }
}
