package dev.orderflow.platform.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers a Vert.x request with a problem, for what is decided before any resource is called. */
@Singleton
public final class ProblemAnswers {

    private final ProblemRenderer renderer;

    @Inject
    ProblemAnswers(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    public void answer(RoutingContext request, ProblemException refusal) {
        send(request, renderer.render(refusal, request));
    }

    static void send(RoutingContext request, ProblemRenderer.Rendered rendered) {
        var response = request.response().setStatusCode(rendered.status());
        rendered.headers().forEach(response::putHeader);
        response.end(rendered.body());
    }
}
