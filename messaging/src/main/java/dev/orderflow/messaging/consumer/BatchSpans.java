package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.trace.EventSpans;
import dev.orderflow.messaging.trace.TraceParent;
import dev.orderflow.messaging.trace.Trail;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.opentelemetry.api.trace.SpanKind;

/** A span per event, each in the trace of its own order, for each try at its batch. They end with the transaction. */
final class BatchSpans {

    private final EventSpans spans;
    private final String verb;
    private final String from;

    private BatchSpans(EventSpans spans, String verb, String from) {
        this.spans = spans;
        this.verb = verb;
        this.from = from;
    }

    static BatchSpans ofBatch(UnitOfWork work) {
        return new BatchSpans(work.spans(), "process ", null);
    }

    /** They link to the request by which an operator asked for it, if this is inside one. */
    static BatchSpans ofReplay(UnitOfWork work) {
        return new BatchSpans(work.spans(), "replay ", TraceParent.current());
    }

    /** The same event, from here on in the new span. */
    Delivery start(Delivery event) {
        var about = new EventSpans.About(event.key(), event.id(), event.traceparent());
        var inTrace = spans.start(SpanKind.CONSUMER, verb + event.type(), about, from);
        Trail.tell(event.key(), event.traceparent(), "handles", event.type());
        return event.inTrace(inTrace);
    }
}
