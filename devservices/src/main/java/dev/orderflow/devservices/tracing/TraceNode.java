package dev.orderflow.devservices.tracing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A span and what it led to, in the order of their starts.
 *
 * @param isOrphan whether it has a parent that nobody has told: a caller's own, or one that its process could not tell any
 *     more
 */
public record TraceNode(SpanView span, List<TraceNode> children, boolean isOrphan) {

    public TraceNode {
        children = List.copyOf(children);
    }

    /** The trees of any number of traces, oldest first. A span that was told twice is there once. */
    public static List<TraceNode> trees(Collection<SpanView> spans) {
        Map<String, SpanView> byId =
                spans.stream().collect(toMap(SpanView::spanId, it -> it, (first, same) -> first, LinkedHashMap::new));
        Map<String, List<SpanView>> byParent = byId.values().stream()
                .filter(span -> byId.containsKey(String.valueOf(span.parentId())))
                .collect(groupingBy(SpanView::parentId));
        return inOrder(byId.values().stream().filter(span -> !byId.containsKey(String.valueOf(span.parentId()))))
                .map(root -> of(root, byParent, root.parentId() != null))
                .toList();
    }

    private static TraceNode of(SpanView span, Map<String, List<SpanView>> byParent, boolean isOrphan) {
        List<TraceNode> children = inOrder(byParent.getOrDefault(span.spanId(), List.of()).stream())
                .map(child -> of(child, byParent, false))
                .toList();
        return new TraceNode(span, children, isOrphan);
    }

    private static Stream<SpanView> inOrder(Stream<SpanView> spans) {
        return spans.sorted(Comparator.comparingLong(SpanView::startNanos));
    }

    /** The same without what happened to others: a request may place a hundred orders. */
    public static List<TraceNode> about(String key, List<TraceNode> trees) {
        Set<String> traces = trees.stream()
                .filter(tree -> tree.all().anyMatch(node -> node.isAbout(key)))
                .map(tree -> tree.span().traceId())
                .collect(Collectors.toSet());
        return trees.stream()
                .filter(tree -> traces.contains(tree.span().traceId()))
                .flatMap(tree -> tree.only(key).stream())
                .toList();
    }

    private List<TraceNode> only(String key) {
        if (isAbout(key)) {
            return List.of(this);
        }
        if (span.key().isPresent()) {
            return List.of();
        }
        List<TraceNode> left = new ArrayList<>();
        children.forEach(child -> left.addAll(child.only(key)));
        return List.of(new TraceNode(span, left, isOrphan));
    }

    private boolean isAbout(String key) {
        return span.key().filter(key::equals).isPresent();
    }

    /** This one and all below it. */
    public Stream<TraceNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(TraceNode::all));
    }
}
