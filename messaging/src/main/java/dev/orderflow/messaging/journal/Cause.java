package dev.orderflow.messaging.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.messaging.trace.TraceParent;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

    public static Cause trace(String traceparent) {
        return new Cause(traceparent, null, null, null);
    }
}
