package dev.orderflow.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A header in several lines means the same as one line with commas (RFC 9110, 5.3), but a resource is given the first line
 * alone. Joined, all entity tags of a list count, and of two keys none wins: they are malformed.
 */
@Singleton
final class HeaderLines {

    /** Before anything that answers. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final List<String> JOINED =
            List.of(HttpHeaders.IF_MATCH.toString(), HttpHeaders.IF_NONE_MATCH.toString(), "Idempotency-Key");

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(HeaderLines::joinAndGoOn);
    }

    private static void joinAndGoOn(RoutingContext request) {
        join(request.request().headers());
        request.next();
    }

    static void join(MultiMap headers) {
        JOINED.forEach(name -> join(headers, name));
    }

    private static void join(MultiMap headers, String name) {
        var lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, String.join(", ", lines));
        }
    }
}
