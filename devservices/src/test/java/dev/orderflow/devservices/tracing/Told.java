package dev.orderflow.devservices.tracing;

import java.util.List;
import java.util.Map;

/** Spans as tests need them; times are milliseconds. */
final class Told {

    private static final long MILLI = 1_000_000;

    private Told() {}

    static SpanView span(String id, String parent, long start, long end) {
        return span(id, parent, start, end, Map.of());
    }

    static SpanView about(String key, String id, String parent, long start) {
        return span(id, parent, start, start + 1, Map.of(SpanView.KEY, key));
    }

    static SpanView span(String id, String parent, long start, long end, Map<String, String> attributes) {
        return new SpanView(
                "0af7651916cd43dd8448eb211c80319c",
                id,
                parent,
                "order",
                "span " + id,
                "INTERNAL",
                start * MILLI,
                end * MILLI,
                null,
                attributes,
                List.of());
    }

    static SpanView failed(SpanView span, String error) {
        return new SpanView(
                span.traceId(),
                span.spanId(),
                span.parentId(),
                span.service(),
                span.name(),
                span.kind(),
                span.startNanos(),
                span.endNanos(),
                error,
                span.attributes(),
                span.links());
    }

    static SpanView linked(SpanView span, String... traces) {
        return new SpanView(
                span.traceId(),
                span.spanId(),
                span.parentId(),
                span.service(),
                span.name(),
                span.kind(),
                span.startNanos(),
                span.endNanos(),
                span.error(),
                span.attributes(),
                List.of(traces).stream()
                        .map(trace -> new SpanView.Link(trace, "1"))
                        .toList());
    }
}
