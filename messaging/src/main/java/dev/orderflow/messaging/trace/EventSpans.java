package dev.orderflow.messaging.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The spans of what is handled together, each in the trace of its own order: a batch has no trace of its own. The first of
 * them and the others link to each other, so that who looks at one order finds those that shared its transaction. What
 * belongs to a trace that nobody records costs a look at its flag.
 */
public final class EventSpans {

    private final Supplier<Tracer> tracer;
    private final List<Span> spans = new ArrayList<>();

    public EventSpans() {
        this(Spans::tracer);
    }

    EventSpans(Supplier<Tracer> tracer) {
        this.tracer = tracer;
    }

    /**
     * What a span is about.
     *
     * @param key the aggregate's id
     * @param message the event's or message's id; null if there is none
     * @param traceparent the trace that it goes on in; null for none
     */
    public record About(String key, Object message, String traceparent) {}

    /** Answers the traceparent of what follows: that of the new span, or the given one if nobody records it. */
    public String start(SpanKind kind, String name, About about) {
        return start(kind, name, about, null);
    }

    /** @param from the traceparent of what brought it in a trace of its own, to be linked; null for nothing */
    public String start(SpanKind kind, String name, About about, String from) {
        if (!TraceParent.isSampled(about.traceparent())) {
            return about.traceparent();
        }
        var parent = TraceParent.parse(about.traceparent());
        var builder = tracer.get()
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .setAttribute(Spans.KEY, about.key());
        if (about.message() != null) {
            builder.setAttribute("messaging.message.id", about.message().toString());
        }
        var brought = Span.fromContext(TraceParent.parse(from)).getSpanContext();
        link(builder, Span.fromContext(parent).getSpanContext(), brought);
        return TraceParent.of(started(builder).getSpanContext());
    }

    private Span started(SpanBuilder builder) {
        if (spans.isEmpty()) {
            spans.add(builder.startSpan());
            return spans.getFirst();
        }
        var first = spans.getFirst();
        var span = builder.addLink(first.getSpanContext()).startSpan();
        first.addLink(span.getSpanContext());
        spans.add(span);
        return span;
    }

    private static void link(SpanBuilder builder, SpanContext own, SpanContext other) {
        if (other.isValid() && !other.getTraceId().equals(own.getTraceId())) {
            builder.addLink(other);
        }
    }

    /** The work, with whose end all of them end: as failed if it fails, or if nobody waits for it any more. */
    public <T> Uni<T> during(Uni<T> work) {
        return work.onTermination().invoke((done, failure, cancelled) -> end(failure, cancelled));
    }

    private void end(Throwable failure, boolean cancelled) {
        spans.forEach(span -> Spans.end(span, failure, cancelled));
        spans.clear();
    }
}
