package dev.orderflow.messaging.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The W3C {@code traceparent} of an event. It is kept in the journal row, because the context of a request is gone by
 * the time that the relay publishes.
 */
public final class TraceParent {

    private static final Pattern FORMAT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int LENGTH = 55;

    private TraceParent() {}

    /** The span that is current on this thread's context, or null when there is none. */
    public static String current() {
        return of(Span.current().getSpanContext());
    }

    /** Null for an invalid context. */
    public static String of(SpanContext span) {
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }

    /** Whether somebody records that trace. Cheap: it is asked of every event. */
    public static boolean isSampled(String traceParent) {
        return traceParent != null
                && traceParent.length() == LENGTH
                && (Character.digit(traceParent.charAt(LENGTH - 1), 16) & 1) == 1
                && spanContext(traceParent).isPresent();
    }

    /** The given one, or null if nobody records it: for who keeps it only to let spans find back to their trace. */
    public static String ifSampled(String traceParent) {
        return isSampled(traceParent) ? traceParent : null;
    }

    /** A context whose current span is the remote parent; the root context when the header is missing or malformed. */
    public static Context parse(String traceParent) {
        return spanContext(traceParent)
                .map(span -> Context.root().with(Span.wrap(span)))
                .orElse(Context.root());
    }

    public static Optional<String> traceId(String traceParent) {
        return spanContext(traceParent).map(SpanContext::getTraceId);
    }

    private static Optional<SpanContext> spanContext(String traceParent) {
        if (traceParent == null) {
            return Optional.empty();
        }
        var match = FORMAT.matcher(traceParent);
        if (!match.matches()) {
            return Optional.empty();
        }
        var flags = TraceFlags.fromHex(match.group(3), 0);
        return Optional.of(SpanContext.createFromRemoteParent(
                        match.group(1), match.group(2), flags, TraceState.getDefault()))
                .filter(SpanContext::isValid);
    }
}
