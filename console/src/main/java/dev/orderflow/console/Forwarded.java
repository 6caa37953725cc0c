package dev.orderflow.console;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/** A request under the address that the service knows it by. */
final class Forwarded extends HttpServerRequestWrapper {

    private final Upstream upstream;
    private final String uri;

    Forwarded(HttpServerRequest request, Upstream upstream, String uri) {
        super((HttpServerRequestInternal) request);
        this.upstream = upstream;
        this.uri = uri;
    }

    Upstream upstream() {
        return upstream;
    }

    @Override
    public String uri() {
        return uri;
    }
}
