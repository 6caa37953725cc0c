package dev.orderflow.platform.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Problems where no exception can leave a resource: before any is called, and for a part of what one answers. */
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

    /** What a part of a request failed with, an entry of a batch for example, with the fields that would go with it. */
    public ProblemException of(Throwable failure, RoutingContext request) {
        return renderer.refusal(failure, request).at(request.request().path(), ProblemRenderer.traceId());
    }

    static void send(RoutingContext request, ProblemRenderer.Rendered rendered) {
        var response = request.response().setStatusCode(rendered.status());
        rendered.headers().forEach(response::putHeader);
        response.end(rendered.body());
    }
}
