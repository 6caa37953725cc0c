package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.trace.TraceParent;
import dev.orderflow.messaging.trace.Trail;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;

/** A span per event, each in the trace of its own order: a batch has no trace of its own. */
final class BatchSpans {

    private static final String SCOPE = "dev.orderflow.messaging";

    private final List<Span> spans = new ArrayList<>();

    /** The same event, from here on in the new span. */
    Delivery start(Delivery event) {
        var span = GlobalOpenTelemetry.getTracer(SCOPE)
                .spanBuilder("process " + event.type())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(TraceParent.parse(event.traceparent()))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.message.id", event.id().toString())
                .setAttribute("messaging.kafka.message.key", event.key())
                .startSpan();
        spans.add(span);
        Trail.tell(event.key(), event.traceparent(), "handles", event.type());
        return event.inTrace(TraceParent.of(span.getSpanContext()));
    }

    void end(Throwable failure) {
        spans.forEach(span -> {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            }
            span.end();
        });
        spans.clear();
    }
}
