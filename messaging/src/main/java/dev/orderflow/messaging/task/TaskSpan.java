package dev.orderflow.messaging.task;

import dev.orderflow.messaging.trace.Spans;
import dev.orderflow.messaging.trace.TraceParent;
import dev.orderflow.messaging.trace.Trail;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * The span of one attempt, or of the expiry, in the trace of the event that scheduled the task. It is current on the
 * attempt's own context, so that the call and what is recorded after it carry it. Where nobody records that trace there is
 * only the trace.
 */
final class TaskSpan {

    private final Span span;
    private final Scope scope;

    /** @param isLate whether its deadline has passed, so that it is not attempted any more */
    TaskSpan(Task task, boolean isLate) {
        var parent = TraceParent.parse(task.traceparent());
        this.span = TraceParent.isSampled(task.traceparent()) ? started(task, isLate, parent) : Span.getInvalid();
        this.scope = (span.isRecording() ? parent.with(span) : parent).makeCurrent();
        Trail.tell(task.key(), task.traceparent(), isLate ? "gives up" : "attempts", task.kind());
    }

    private static Span started(Task task, boolean isLate, Context parent) {
        return Spans.tracer()
                .spanBuilder((isLate ? "give up " : "task ") + task.kind())
                .setSpanKind(SpanKind.INTERNAL)
                .setParent(parent)
                .setAttribute(Spans.KEY, task.key())
                .setAttribute("orderflow.task.attempt", task.attempt())
                .startSpan();
    }

    void end(Throwable failure, boolean cancelled) {
        scope.close();
        Spans.end(span, failure, cancelled);
    }
}
