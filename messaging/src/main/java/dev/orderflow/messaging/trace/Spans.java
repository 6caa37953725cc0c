package dev.orderflow.messaging.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** What all spans of this module have in common. They tell types and ids, and never what an event says. */
public final class Spans {

    /** The attribute with the aggregate's id, an order's mostly: what a trace is found by. */
    public static final String KEY = "orderflow.key";

    static final String CANCELLED = "cancelled";

    private Spans() {}

    public static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("dev.orderflow.messaging");
    }

    /**
     * The span of a call to a party whose client makes none of its own. Nothing is made unless what calls is recorded.
     *
     * @param name with nothing in it that differs from call to call
     */
    public static <T> Uni<T> ofCall(String name, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> Span.current().isRecording() ? recorded(name, call) : call.get());
    }

    private static <T> Uni<T> recorded(String name, Supplier<Uni<T>> call) {
        var span = tracer().spanBuilder(name).setSpanKind(SpanKind.CLIENT).startSpan();
        return Uni.createFrom()
                .deferred(call::get)
                .onTermination()
                .invoke((done, failure, cancelled) -> end(span, failure, cancelled));
    }

    /**
     * What nobody waits for any more may be done or not: it is no success.
     *
     * @param failure null for none; only its type is told, as its message may quote anything
     */
    public static void end(Span span, Throwable failure, boolean cancelled) {
        if (cancelled) {
            span.setStatus(StatusCode.ERROR, CANCELLED);
        } else if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
        span.end();
    }
}
