package dev.orderflow.platform.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What fails before or beside the resources (no Host, a WebSocket upgrade) leaves as a problem too. Out of reach are only
 * requests that Quarkus drops before any route: an address that is no URI (400) or too long (414), headers that are too
 * long (431). Those answers have no body.
 */
@Singleton
class ProblemRoutes {

    /** Before Quarkus's own error page, which is last. */
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    private final ProblemRenderer renderer;

    @Inject
    ProblemRoutes(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    void register(@Observes Router router) {
        router.route().order(LAST_BUT_ONE).failureHandler(this::answer);
        // A request without a Host matches no route, not even the one above.
        router.errorHandler(400, this::answer);
    }

    private void answer(RoutingContext request) {
        if (request.response().ended()) {
            // A refused upgrade fails twice: by its challenge, and by what waited for the caller.
            return;
        }
        if (request.response().headWritten()) {
            request.next();
        } else {
            ProblemAnswers.send(request, rendered(request));
        }
    }

    private ProblemRenderer.Rendered rendered(RoutingContext request) {
        boolean thrown = request.failure() != null && request.statusCode() == 500;
        return thrown
                ? renderer.render(request.failure(), request)
                : renderer.render(Failures.ofStatus(request.statusCode()), request);
    }
}
