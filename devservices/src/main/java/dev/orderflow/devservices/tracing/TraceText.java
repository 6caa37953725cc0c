package dev.orderflow.devservices.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Trees of spans as text, in the letters that every terminal has: when each began after the first of its trace, how long it took, who told it, and what it was. */
public final class TraceText {

    private static final String LINE = "%9.1f %9.1f  %-13s %s";
    private static final String HEAD = "%9s %9s  %-13s %s";
    private static final double NANOS_A_MILLI = 1_000_000;
    private static final int SHORT_ID = 8;

    private final long begin;
    private final List<String> lines = new ArrayList<>();

    private TraceText(long begin) {
        this.begin = begin;
    }

    /** A block of lines for each trace. */
    public static String of(List<TraceNode> trees) {
        Map<String, List<TraceNode>> traces = new LinkedHashMap<>();
        trees.forEach(tree -> traces.computeIfAbsent(tree.span().traceId(), id -> new ArrayList<>())
                .add(tree));
        List<String> blocks = new ArrayList<>();
        traces.forEach((id, roots) -> blocks.add(block(id, roots)));
        return String.join("\n", blocks);
    }

    private static String block(String traceId, List<TraceNode> roots) {
        List<SpanView> spans =
                roots.stream().flatMap(TraceNode::all).map(TraceNode::span).toList();
        TraceText text = new TraceText(
                spans.stream().mapToLong(SpanView::startNanos).min().orElseThrow());
        text.lines.add(
                String.format(Locale.ROOT, "Trace %s: %d spans in %s ms", traceId, spans.size(), text.took(spans)));
        text.lines.add(String.format(HEAD, "at ms", "took ms", "service", "span"));
        roots.forEach(root -> text.add(root, "", ""));
        return String.join("\n", text.lines) + "\n";
    }

    private String took(List<SpanView> spans) {
        long end = spans.stream()
                .max(Comparator.comparingLong(SpanView::endNanos))
                .orElseThrow()
                .endNanos();
        return String.format(Locale.ROOT, "%.1f", (end - begin) / NANOS_A_MILLI);
    }

    private void add(TraceNode node, String branch, String below) {
        SpanView span = node.span();
        lines.add(String.format(
                Locale.ROOT,
                LINE,
                (span.startNanos() - begin) / NANOS_A_MILLI,
                (span.endNanos() - span.startNanos()) / NANOS_A_MILLI,
                span.service(),
                branch + span.name() + remarks(node)));
        for (int i = 0; i < node.children().size(); i++) {
            boolean last = i == node.children().size() - 1;
            add(node.children().get(i), below + (last ? "`- " : "|- "), below + (last ? "   " : "|  "));
        }
    }

    private static String remarks(TraceNode node) {
        SpanView span = node.span();
        return Stream.of(
                        Optional.ofNullable(span.attributes().get("http.response.status_code")),
                        Optional.of("attempt " + span.attempt()).filter(it -> span.attempt() > 1),
                        Optional.ofNullable(span.error()).map(error -> "failed: " + error),
                        links(span),
                        Optional.of("under " + span.parentId() + ", which nobody has told")
                                .filter(it -> node.isOrphan()))
                .flatMap(Optional::stream)
                .reduce("", (text, remark) -> text + "  [" + remark + "]");
    }

    /** Traces, as two spans of one trace stand in the same tree anyway. */
    private static Optional<String> links(SpanView span) {
        List<String> others = span.links().stream()
                .map(SpanView.Link::traceId)
                .filter(id -> !id.equals(span.traceId()))
                .distinct()
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("with trace " + others.getFirst().substring(0, SHORT_ID)
                        + (others.size() == 1 ? "" : " and " + (others.size() - 1) + " more"));
    }
}
