package dev.orderflow.devservices.tracing;

import java.util.List;
import java.util.stream.Stream;

/**
 * The spans of the last orders. Traces of no order, such as those of requests that only read, have a small place of their
 * own, so that however many they are they push no order out. Whose span comes first is chance: a trace moves when it turns
 * out to be an order's.
 */
final class Shelf {

    private static final int SHARE_OF_OTHERS = 4;

    private final TraceRow orders;
    private final TraceRow others;

    Shelf(int mostSpans, long mostBytes) {
        this.orders = new TraceRow(mostSpans, mostBytes);
        this.others = new TraceRow(mostSpans / SHARE_OF_OTHERS, mostBytes / SHARE_OF_OTHERS);
    }

    synchronized void add(List<Kept> spans) {
        spans.forEach(this::add);
    }

    private void add(Kept span) {
        if (span.key() != null) {
            others.remove(span.traceId()).forEach(orders::add);
        }
        (span.key() != null || orders.has(span.traceId()) ? orders : others).add(span);
    }

    /** All spans of all traces in which something happened to that key. */
    synchronized List<Kept> ofKey(String key) {
        return orders.all()
                .filter(trace -> trace.stream().anyMatch(span -> key.equals(span.key())))
                .flatMap(List::stream)
                .toList();
    }

    synchronized List<Kept> ofTrace(String traceId) {
        return Stream.of(orders, others)
                .flatMap(row -> row.get(traceId).stream())
                .toList();
    }
}
