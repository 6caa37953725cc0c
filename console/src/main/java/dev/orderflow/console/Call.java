package dev.orderflow.console;

import io.vertx.core.http.HttpMethod;

/**
 * A call that is forwarded.
 *
 * @param path as the service has it; {@code :name} stands for one segment
 */
record Call(Upstream upstream, HttpMethod method, String path) {

    /** As the console has it. */
    String route() {
        return upstream.prefix() + path;
    }
}
