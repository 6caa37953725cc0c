package dev.orderflow.platform.http;

import dev.orderflow.platform.problem.ProblemAnswers;
import dev.orderflow.platform.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * At most {@code orderflow.http.at-once} requests are under way in this process, so that its memory has a bound. What comes
 * beyond is told to come back, 503, before its token is checked and its body is read.
 *
 * <p>A request is under way until its answer begins; a stream of events is none any more after that, nor is a WebSocket
 * from the first. Health and metrics are always answered.
 */
@Singleton
final class LoadShedding {

    /** Quarkus has told by then whether a page of another origin may read the answer (-300), and checks no token before -200. */
    private static final int BEFORE_THE_TOKEN = -250;

    private static final String OPERATION = "/q/";

    private final List<LongLived> live;
    private final Semaphore places;
    private final Counter shed;
    private final ProblemAnswers answers;

    @Inject
    LoadShedding(HttpConfig config, @All List<LongLived> live, MeterRegistry registry, ProblemAnswers answers) {
        this.live = live;
        this.places = new Semaphore(config.atOnce());
        this.shed = registry.counter("orderflow.http.shed");
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_THE_TOKEN).handler(this::admit);
    }

    private void admit(RoutingContext request) {
        if (isExempt(request)) {
            request.next();
        } else if (places.tryAcquire()) {
            leaveInTheEnd(request);
            request.next();
        } else {
            refuse(request);
        }
    }

    private boolean isExempt(RoutingContext request) {
        return request.normalizedPath().startsWith(OPERATION) || isWebSocket(request);
    }

    /** It has no answer that could begin. A header alone makes no WebSocket of another request. */
    private boolean isWebSocket(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader(HttpHeaders.UPGRADE))
                && live.stream().anyMatch(one -> one.isAsked(request));
    }

    /** Also if the client goes away before it is answered. */
    private void leaveInTheEnd(RoutingContext request) {
        var left = new AtomicBoolean();
        request.addHeadersEndHandler(ignored -> leave(left));
        request.addEndHandler(ignored -> leave(left));
    }

    private void leave(AtomicBoolean left) {
        if (left.compareAndSet(false, true)) {
            places.release();
        }
    }

    /** What is still sent is not read, but the connection stays of use. */
    private void refuse(RoutingContext request) {
        shed.increment();
        answers.answer(request, Problems.unavailable("More is asked of this service than it can do now"));
        request.request().resume();
    }
}
