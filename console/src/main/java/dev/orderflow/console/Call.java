package dev.orderflow.console;

import io.vertx.core.http.HttpMethod;

/**
 * A call that is forwarded.
 *
 * @param path as the service has it; {@code :name} stands for one segment
 */
record Call(Upstream upstream, HttpMethod method, String path) {

    private static final String LIVE = "/notifications/live";

    /** Whether the service may make a WebSocket of it; every other call is a request with one answer. */
    boolean opensWebSocket() {
        return method.equals(HttpMethod.GET) && path.equals(LIVE);
    }

    /** As the console has it. */
    String route() {
        return upstream.prefix() + path;
    }
}
