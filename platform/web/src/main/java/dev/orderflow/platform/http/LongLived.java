package dev.orderflow.platform.http;

import io.vertx.ext.web.RoutingContext;

/** A bean that knows which requests may become a WebSocket, which has no answer that could begin. */
public interface LongLived {

    /** Whether it is a request for one of its endpoints. */
    boolean isAsked(RoutingContext request);
}
