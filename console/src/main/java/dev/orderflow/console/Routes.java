package dev.orderflow.console;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** What is answered beside the page: the calls that are forwarded, and what the console's own refusals mean. */
@Singleton
class Routes {

    /** Before Quarkus looks for a file. */
    private static final int ORDER = 0;

    /** One segment to us, and perhaps two to others. */
    private static final Pattern HIDDEN_SEPARATOR = Pattern.compile("%(2f|5c)", Pattern.CASE_INSENSITIVE);

    private final Forwarding forwarding;
    private final OperatorsOnly operatorsOnly;
    private final long maxBody;

    @Inject
    Routes(Forwarding forwarding, OperatorsOnly operatorsOnly, ConsoleConfig config) {
        this.forwarding = forwarding;
        this.operatorsOnly = operatorsOnly;
        this.maxBody = config.maxBody().asLongValue();
    }

    void register(@Observes Router router) {
        Calls.all().forEach(call -> register(router, call));
        router.route("/api/*").order(ORDER).handler(Routes::refuse);
        router.get("/problems/:name").order(ORDER).handler(Routes::explain);
    }

    private void register(Router router, Call call) {
        var route = router.route(call.method(), call.route()).order(ORDER).handler(this::check);
        if (call.path().equals(Calls.METRICS)) {
            route.handler(request -> operatorsOnly.check(request, call.upstream()));
        }
        route.handler(request -> forwarding.forward(request.request(), call, uri(request, call.upstream())));
    }

    /** Of the path that was compared with the list: the service must not read it in another way. */
    private static String uri(RoutingContext request, Upstream upstream) {
        var path = request.normalizedPath().substring(upstream.prefix().length());
        var query = request.request().query();
        return query == null ? path : path + "?" + query;
    }

    /** A body without a length could be any size by the time that this is known, when half of it has been forwarded. */
    private void check(RoutingContext request) {
        if (HIDDEN_SEPARATOR.matcher(request.normalizedPath()).find()) {
            refuse(request);
        } else if (request.request().getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            answer(request, Refusal.LENGTH_REQUIRED, "Send Content-Length");
        } else if (declaredLength(request) > maxBody) {
            answer(request, Refusal.BODY_TOO_LARGE, "At most " + maxBody + " bytes are forwarded");
        } else {
            request.next();
        }
    }

    private static long declaredLength(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static void refuse(RoutingContext request) {
        answer(request, Refusal.NOT_FORWARDED, request.request().method() + " of this path is not forwarded");
    }

    /** Without reading what else the client would send. */
    private static void answer(RoutingContext request, Refusal refusal, String detail) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        refusal.send(request.response(), request.request().path(), detail);
    }

    private static void explain(RoutingContext request) {
        Refusal.named(request.pathParam("name"))
                .ifPresentOrElse(
                        refusal -> request.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                                .end(refusal.explanation()),
                        request::next);
    }
}
