package dev.orderflow.systemtests.trace;

import dev.orderflow.devservices.tracing.SpanView;
import dev.orderflow.devservices.tracing.TraceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which spans a tree must have, and below which others each may be. A line of its text is {@code child < parent | parent},
 * each a service and a span's name; a child with a question mark need not be there, since it depends on who was faster.
 */
public record ExpectedTrace(Map<String, Set<String>> parents, Set<String> required) {

    public static ExpectedTrace of(String text) {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        Set<String> required = new TreeSet<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] sides = line.split(" < ");
            String child = sides[0].replace("?", "").strip();
            parents.put(
                    child, Stream.of(sides[1].split(" \\| ")).map(String::strip).collect(Collectors.toSet()));
            if (!line.contains("?")) {
                required.add(child);
            }
        });
        return new ExpectedTrace(parents, required);
    }

    /** With another name for one of the spans. */
    public ExpectedTrace renamed(String from, String to) {
        Map<String, Set<String>> renamed = new LinkedHashMap<>();
        parents.forEach((child, above) -> renamed.put(
                child.equals(from) ? to : child,
                above.stream().map(name -> name.equals(from) ? to : name).collect(Collectors.toSet())));
        return new ExpectedTrace(
                renamed,
                required.stream().map(name -> name.equals(from) ? to : name).collect(Collectors.toSet()));
    }

    /** With more spans, as {@link #of} has them. */
    public ExpectedTrace with(String text) {
        ExpectedTrace more = of(text);
        Map<String, Set<String>> all = new LinkedHashMap<>(parents);
        all.putAll(more.parents);
        Set<String> needed = new TreeSet<>(required);
        needed.addAll(more.required);
        return new ExpectedTrace(all, needed);
    }

    /** What of it is not there yet. */
    public List<String> missing(List<TraceNode> trees) {
        Set<String> there = trees.stream()
                .flatMap(TraceNode::all)
                .map(node -> name(node.span()))
                .collect(Collectors.toSet());
        return required.stream().filter(child -> !there.contains(child)).toList();
    }

    /** Spans that nobody expects, or not where they are. The roots are the caller's to judge. */
    public List<String> misplaced(List<TraceNode> trees) {
        List<String> misplaced = new ArrayList<>();
        trees.stream()
                .flatMap(TraceNode::all)
                .forEach(parent -> parent.children().stream()
                        .filter(child -> !isAside(child.span()))
                        .filter(child -> !parents.getOrDefault(name(child.span()), Set.of())
                                .contains(name(parent.span())))
                        .forEach(child -> misplaced.add(name(child.span()) + " < " + name(parent.span()))));
        return misplaced;
    }

    /** Calls that tell nothing of an order: to Redis, and for the keys of tokens now and then. */
    private static boolean isAside(SpanView span) {
        return "redis"
                        .equals(span.attributes()
                                .getOrDefault("db.system", span.attributes().get("db.system.name")))
                || span.attributes().getOrDefault("url.full", "").endsWith("/jwks");
    }

    public static String name(SpanView span) {
        return span.service() + ": " + span.name();
    }
}
