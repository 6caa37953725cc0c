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
 * A body that has not arrived after {@code orderflow.http.body-patience} is 408, and its connection is closed: bytes that
 * trickle keep a connection from being idle, and some hundred clients who send so would keep all others out.
 */
@Singleton
final class SlowBodies {

    /** Beside {@link LoadShedding}, whose places they would hold. */
    private static final int EARLY = Integer.MIN_VALUE + 2;

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
        router.route().order(EARLY).handler(this::watch);
    }

    private void watch(RoutingContext request) {
        if (hasBody(request.request())) {
            long timer = vertx.setTimer(patience.toMillis(), id -> giveUp(request));
            request.addEndHandler(ignored -> vertx.cancelTimer(timer));
        }
        request.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        var headers = request.headers();
        return headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void giveUp(RoutingContext request) {
        if (!request.request().isEnded() && !request.response().headWritten()) {
            answers.answer(
                    request,
                    Problems.REQUEST_TIMEOUT
                            .because("Its body took longer than " + patience.toSeconds() + " s")
                            .header("Connection", "close"));
        }
    }
}
