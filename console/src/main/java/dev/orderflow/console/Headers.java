package dev.orderflow.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;

/** What of a message is meant for the next hop only, and who it came from. */
final class Headers {

    /** RFC 9110, 7.6.1, and those that older software sends. */
    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade");

    /** The sender could say anything by them. */
    private static final List<String> ORIGINS =
            List.of("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port");

    private static final String UPGRADE = "upgrade";

    private Headers() {}

    /** Leaves what a service may see of a request, and tells it who asked. Only a WebSocket's stays an upgrade. */
    static void clean(HttpServerRequest request, boolean isWebSocket) {
        var headers = request.headers();
        var protocol = headers.get(UPGRADE);
        removeHopByHop(headers);
        if (isWebSocket) {
            headers.set(HttpHeaders.CONNECTION, UPGRADE).set(UPGRADE, protocol);
        }
        ORIGINS.forEach(headers::remove);
        // No service reads one, and a token in a cookie would let other sites in.
        headers.remove(HttpHeaders.COOKIE);
        headers.remove(HttpHeaders.EXPECT);
        tellWhoAsks(request);
    }

    /** Also those that the message itself names. Transfer-Encoding is left to the proxy, which reads it. */
    static void removeHopByHop(MultiMap headers) {
        for (var named : headers.getAll(HttpHeaders.CONNECTION)) {
            for (var name : named.split(",")) {
                headers.remove(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }

    private static void tellWhoAsks(HttpServerRequest request) {
        var headers = request.headers();
        headers.set("x-forwarded-for", request.remoteAddress().hostAddress());
        headers.set("x-forwarded-proto", request.scheme());
        if (request.authority() != null) {
            headers.set("x-forwarded-host", request.authority().toString());
        }
    }
}
