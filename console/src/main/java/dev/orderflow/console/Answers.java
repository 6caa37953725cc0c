package dev.orderflow.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** What is changed on the way back: a service that is not there becomes a problem, and its addresses the console's. */
final class Answers implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(refuse(context, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var headers = context.response().headers();
        Headers.removeHopByHop(headers);
        var location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith("/")) {
            headers.set(HttpHeaders.LOCATION, upstream(context).prefix() + location);
        }
        return context.sendResponse();
    }

    private static ProxyResponse refuse(ProxyContext context, Throwable failure) {
        var request = context.request().proxiedRequest();
        var refusal = Refusal.of(failure);
        LOG.debugf(
                "%s %s: %s",
                request.method(), request.path(), failure.getClass().getName());
        var answer = context.request().release().response().setStatusCode(refusal.status());
        refusal.headers().forEach(answer::putHeader);
        return answer.setBody(Body.body(refusal.body(request.path(), refusal.detail(upstream(context)))));
    }

    private static Upstream upstream(ProxyContext context) {
        return ((Forwarded) context.request().proxiedRequest()).upstream();
    }
}
