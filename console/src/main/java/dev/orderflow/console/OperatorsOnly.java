package dev.orderflow.console;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Lets in whom the service takes for an operator. Services tell their metrics to whoever reaches them, which is the
 * operators' network; the console is reached from elsewhere, and asks the service first by a call that needs the role. The
 * service's refusal is the answer.
 */
@Singleton
class OperatorsOnly {

    private static final int OK = 200;

    private final Services services;

    @Inject
    OperatorsOnly(Services services) {
        this.services = services;
    }

    void check(RoutingContext request, Upstream upstream) {
        request.request().pause();
        services.request(upstream)
                .compose(probe -> ask(probe, request))
                .compose(Verdict::of)
                .onSuccess(verdict -> follow(verdict, request))
                .onFailure(failure -> refuse(request, upstream, failure));
    }

    private static Future<HttpClientResponse> ask(HttpClientRequest probe, RoutingContext request) {
        var authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        probe.setMethod(HttpMethod.GET).setURI(Calls.OPERATORS_ONLY);
        if (authorization != null) {
            probe.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        return probe.send();
    }

    private static void follow(Verdict verdict, RoutingContext request) {
        if (verdict.status() == OK) {
            request.next();
        } else {
            verdict.handOver(request.response());
        }
    }

    private static void refuse(RoutingContext request, Upstream upstream, Throwable failure) {
        Refusal.of(failure).send(request.response(), request.request().path(), upstream);
    }
}
