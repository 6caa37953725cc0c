package dev.orderflow.platform.http;

import dev.orderflow.platform.problem.ProblemAnswers;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bodies over {@code quarkus.http.limits.max-body-size} are 413 with a problem. Quarkus enforces the same limit, but with
 * an empty answer, and it cuts the connection while the client still sends; so this decides just before it does.
 */
@Singleton
final class BodyLimit {

    /** Quarkus checks declared lengths at -2, and leaves a mark there for undeclared ones. */
    private static final int BEFORE_QUARKUS = -3;

    private static final int AFTER_QUARKUS = -1;
    private static final String MARK = "io.quarkus.max-request-size";
    private static final int PATIENCE = 8;

    private final long bytes;
    private final ProblemAnswers answers;

    @Inject
    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize size, ProblemAnswers answers) {
        this.bytes = size.asLongValue();
        this.answers = answers;
    }

    long bytes() {
        return bytes;
    }

    static ProblemException exceeded(long limit) {
        return Problems.REQUEST_TOO_LARGE
                .because("At most " + limit + " bytes are accepted")
                .with("limit", limit);
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::checkDeclaredLength);
        router.route().order(AFTER_QUARKUS).handler(BodyLimit::leaveUndeclaredLengthsToUs);
    }

    private static void leaveUndeclaredLengthsToUs(RoutingContext request) {
        request.remove(MARK);
        request.next();
    }

    private void checkDeclaredLength(RoutingContext request) {
        long length = declaredLength(request);
        if (length <= bytes) {
            request.next();
        } else if (length > PATIENCE * bytes || request.request().getHeader(HttpHeaders.EXPECT) != null) {
            answers.answer(request, exceeded(bytes).header("Connection", "close"));
        } else {
            request.request().endHandler(sent -> answers.answer(request, exceeded(bytes)));
            request.request().resume();
        }
    }

    private static long declaredLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }
}
