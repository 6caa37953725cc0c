package dev.orderflow.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Hands a call to its service and the answer back, both as they come: nothing is buffered, kept or repeated. A service that
 * is not there is a problem; one that breaks off within its answer breaks off the console's.
 */
@Singleton
class Forwarding {

    private final Services services;
    private final HttpProxy proxy;

    @Inject
    Forwarding(Services services) {
        this.services = services;
        this.proxy =
                HttpProxy.reverseProxy(services.client()).origin(this::connect).addInterceptor(new Answers());
    }

    /** @param uri as the service has it */
    void forward(HttpServerRequest request, Call call, String uri) {
        // Nothing of it may come before the service is there to take it.
        request.pause();
        Headers.clean(request, call.opensWebSocket() && isUpgrade(request));
        proxy.handle(new Forwarded(request, call.upstream(), uri));
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        var request = (Forwarded) context.request().proxiedRequest();
        var connected =
                isUpgrade(request) ? services.upgrade(request.upstream()) : services.request(request.upstream());
        // Services compare a page's origin with the host that was asked, which is this one.
        return request.authority() == null ? connected : connected.map(made -> made.authority(request.authority()));
    }

    private static boolean isUpgrade(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }
}
