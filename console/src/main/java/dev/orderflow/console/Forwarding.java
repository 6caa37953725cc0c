package dev.orderflow.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Hands a call to its service and the answer back, both as they come: nothing is buffered, kept or repeated. A service that
 * is not there is a problem; one that breaks off within its answer breaks off the console's.
 */
@Singleton
class Forwarding {

    private final HttpProxy proxy;
    private final Tunnel tunnel;

    @Inject
    Forwarding(Services services, Tunnel tunnel) {
        this.tunnel = tunnel;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), services.client())
                .origin(context -> {
                    var request = (Forwarded) context.request().proxiedRequest();
                    return services.request(request.upstream(), request);
                })
                .addInterceptor(new Answers());
    }

    /** @param uri as the service has it */
    void forward(HttpServerRequest request, Call call, String uri) {
        // Nothing of it may come before the service is there to take it.
        request.pause();
        var toWebSocket = call.opensWebSocket() && asksForWebSocket(request);
        Headers.clean(request, toWebSocket);
        if (toWebSocket) {
            tunnel.open(request, call.upstream(), uri);
        } else {
            proxy.handle(new Forwarded(request, call.upstream(), uri));
        }
    }

    /** With a body it is a call like any other, since what follows a handshake belongs to the WebSocket. */
    private static boolean asksForWebSocket(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && request.getHeader(HttpHeaders.CONTENT_LENGTH) == null;
    }
}
