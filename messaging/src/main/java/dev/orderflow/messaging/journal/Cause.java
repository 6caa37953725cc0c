package dev.orderflow.messaging.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.messaging.trace.EventSpans;
import dev.orderflow.messaging.trace.TraceParent;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import java.util.UUID;

/**
 * Why an event was appended: its trace, and the event that led to it where there was one. Stored in the journal's
 * headers.
 */
@RegisterForReflection
@JsonInclude(Include.NON_NULL)
public record Cause(String traceparent, UUID causationId, String causationType, String causationSource) {

    /** A request, a sweeper or an operator: the span that is current now. */
    public static Cause here() {
        return new Cause(TraceParent.current(), null, null, null);
    }

    /** The same in another span, or in the same one. */
    public Cause inTrace(String span) {
        return Objects.equals(span, traceparent) ? this : new Cause(span, causationId, causationType, causationSource);
    }

    /**
     * What came in a trace of its own, a webhook say, goes on in that of what it is about, and links to where it came from;
     * if nobody records that trace, it stays in its own.
     */
    public Cause joining(EventSpans spans, String name, EventSpans.About about) {
        return TraceParent.isSampled(about.traceparent())
                ? inTrace(spans.start(SpanKind.INTERNAL, name, about, traceparent))
                : this;
    }

    public static Cause trace(String traceparent) {
        return new Cause(traceparent, null, null, null);
    }
}
