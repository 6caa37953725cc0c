package dev.orderflow.devservices.tracing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A span as the collector shows it.
 *
 * @param traceId lower-case hex, like the ids of spans
 * @param parentId null for one that began its trace
 * @param service which service told it
 * @param kind as OpenTelemetry calls it, {@code CONSUMER} say
 * @param startNanos since the epoch, like the end
 * @param error what it failed with; null if it did not
 * @param links to spans in other places, of other traces mostly
 */
public record SpanView(
        String traceId,
        String spanId,
        String parentId,
        String service,
        String name,
        String kind,
        long startNanos,
        long endNanos,
        String error,
        Map<String, String> attributes,
        List<Link> links) {

    /** The attribute with the id of the aggregate that a span is about: an order's, mostly. */
    public static final String KEY = "orderflow.key";

    private static final String ATTEMPT = "orderflow.task.attempt";

    public record Link(String traceId, String spanId) {}

    public SpanView {
        attributes = Map.copyOf(attributes);
        links = List.copyOf(links);
    }

    public Optional<String> key() {
        return Optional.ofNullable(attributes.get(KEY));
    }

    /** Counted from 1; 1 for what is no attempt at a task. */
    public int attempt() {
        return Integer.parseInt(attributes.getOrDefault(ATTEMPT, "1"));
    }
}
