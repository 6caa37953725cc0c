package dev.orderflow.platform.http;

import dev.orderflow.platform.problem.ProblemAnswers;
import dev.orderflow.platform.problem.Problems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * A body that has not arrived after {@code orderflow.http.body-patience} is 408 unless it is answered, and its connection
 * is closed: bytes that trickle keep a connection from being idle, and some hundred clients who send so would keep all others out.
 */
@Singleton
final class SlowBodies {

    /** Before {@link LoadShedding}, whose places they would hold, and who reads no body of those that it refuses. */
    private static final int BEFORE_LOAD_SHEDDING = -260;

    private final Duration patience;
    private final Vertx vertx;
    private final ProblemAnswers answers;

    @Inject
    SlowBodies(HttpConfig config, Vertx vertx, ProblemAnswers answers) {
        this.patience = config.bodyPatience();
        this.vertx = vertx;
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_LOAD_SHEDDING).handler(this::watch);
    }

    private void watch(RoutingContext request) {
        if (hasBody(request.request())) {
            long timer = vertx.setTimer(patience.toMillis(), id -> giveUp(request));
            request.addEndHandler(ignored -> forget(request, timer));
        }
        request.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        var headers = request.headers();
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** What was answered before it was read may trickle on. */
    private void forget(RoutingContext request, long timer) {
        if (request.request().isEnded()) {
            vertx.cancelTimer(timer);
        }
    }

    private void giveUp(RoutingContext request) {
        if (request.request().isEnded()) {
            return;
        }
        if (request.response().headWritten()) {
            request.request().connection().close();
        } else {
            request.addEndHandler(told -> request.request().connection().close());
            answers.answer(
                    request,
                    Problems.REQUEST_TIMEOUT
                            .because("Its body took longer than " + patience.toSeconds() + " s")
                            .header("Connection", "close"));
        }
    }
}
