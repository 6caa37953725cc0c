package dev.orderflow.messaging.task;

import dev.orderflow.messaging.trace.TraceParent;
import dev.orderflow.messaging.trace.Trail;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * The span of one attempt, in the trace of the event that scheduled the task. It is current on the attempt's own
 * context, so that the call and what is recorded after it carry it.
 */
final class TaskSpan {

    private final Span span;
    private final Scope scope;

    TaskSpan(Task task) {
        this.span = GlobalOpenTelemetry.getTracer("dev.orderflow.messaging")
                .spanBuilder("task " + task.kind())
                .setSpanKind(SpanKind.INTERNAL)
                .setParent(TraceParent.parse(task.traceparent()))
                .setAttribute("orderflow.task.attempt", task.attempt())
                .startSpan();
        this.scope = span.makeCurrent();
        Trail.tell(task.key(), task.traceparent(), "attempts", task.kind());
    }

    void end(Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
        scope.close();
        span.end();
    }
}
