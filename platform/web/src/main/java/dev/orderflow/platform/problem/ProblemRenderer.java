package dev.orderflow.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Turns a failure into what is sent, the same way wherever in the stack it happened. */
@Singleton
class ProblemRenderer {

    /** An answer that is ready to be sent. */
    record Rendered(int status, Map<String, String> headers, Buffer body) {}

    private static final Logger LOG = Logger.getLogger(ProblemRenderer.class);

    private final Failures failures;
    private final ObjectMapper json;
    private final AtomicLong lastOutage = new AtomicLong();

    @Inject
    ProblemRenderer(Failures failures, ObjectMapper json) {
        this.failures = failures;
        this.json = json;
    }

    Rendered render(Throwable failure, RoutingContext request) {
        return render(refusal(failure, request), request);
    }

    /** What it is to the client; what is nobody's fault but ours is logged. */
    ProblemException refusal(Throwable failure, RoutingContext request) {
        var refusal = failures.of(failure);
        log(refusal, failure, request);
        return refusal;
    }

    Rendered render(ProblemException refusal, RoutingContext request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        headers.putAll(refusal.headers());
        var problem = problem(refusal, request);
        return new Rendered(problem.status(), headers, body(problem));
    }

    private Problem problem(ProblemException refusal, RoutingContext request) {
        return refusal.at(request.request().path(), traceId()).problem();
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unwritable problem " + problem.type(), e);
        }
    }

    /** An outage fails every request alike; the metrics count them. */
    private boolean isFirstOfThisSecond() {
        long now = Instant.now().getEpochSecond();
        return lastOutage.getAndSet(now) != now;
    }

    /** Of the current trace; null if there is none. */
    static String traceId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : null;
    }

    /** Paths and not queries, SQL states and not the rows that a message of the database quotes. */
    private void log(ProblemException problem, Throwable failure, RoutingContext request) {
        int status = problem.problem().status();
        if (status < 500 || failure instanceof ProblemException) {
            return;
        }
        String call = request.request().method() + " " + request.request().path();
        if (status == 503) {
            LOG.logf(
                    isFirstOfThisSecond() ? Logger.Level.WARN : Logger.Level.DEBUG,
                    "%s answered 503 in trace %s: %s",
                    call,
                    traceId(),
                    failure.getClass().getName());
        } else {
            failures.code(failure)
                    .ifPresentOrElse(
                            code -> LOG.errorf("%s failed in trace %s: %s", call, traceId(), code),
                            () -> LOG.errorf(failure, "%s failed in trace %s", call, traceId()));
        }
    }
}
