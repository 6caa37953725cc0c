package dev.orderflow.devservices.tracing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole traces in the order in which they came, bounded by spans and bytes: the oldest trace goes first. */
final class TraceRow {

    private final Map<String, List<Kept>> traces = new LinkedHashMap<>();
    private final int mostSpans;
    private final long mostBytes;
    private int spans;
    private long bytes;

    TraceRow(int mostSpans, long mostBytes) {
        this.mostSpans = mostSpans;
        this.mostBytes = mostBytes;
    }

    boolean has(String traceId) {
        return traces.containsKey(traceId);
    }

    void add(Kept span) {
        traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
        spans++;
        bytes += span.bytes();
        while (spans > mostSpans || bytes > mostBytes) {
            remove(traces.keySet().iterator().next());
        }
    }

    /** Answers what it was; empty if it is not there. */
    List<Kept> remove(String traceId) {
        List<Kept> removed = traces.remove(traceId);
        if (removed == null) {
            return List.of();
        }
        spans -= removed.size();
        bytes -= removed.stream().mapToLong(Kept::bytes).sum();
        return removed;
    }

    List<Kept> get(String traceId) {
        return traces.getOrDefault(traceId, List.of());
    }

    Stream<List<Kept>> all() {
        return traces.values().stream();
    }
}
