package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A report as one page that needs nothing else: what belongs together as bars, what was seen each second as a line, all else as figures. */
public final class ReportPage {

    private static final int WIDTH = 480;
    private static final int ROW = 20;
    private static final int NAMES = 220;

    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Orderflow: what it costs</title>
            <style>body{font:14px sans-serif;margin:2em}h2{margin-top:2em}svg{display:block}rect{fill:#4a7ba6}polyline{fill:none;stroke:#4a7ba6;stroke-width:2}
            td,th{padding:0 1em 0 0;text-align:left}</style><h1>Orderflow: what it costs</h1>
            %s</html>
            """;

    private static final String COMPARED =
            "<h2>Compared with the earlier report</h2>\n<table><tr><th>figure<th>now<th>before<th>ratio\n";

    private ReportPage() {}

    /** @param earlier a report whose figures are compared with these, at the end; empty for none */
    public static String of(JsonNode report, JsonNode earlier) {
        var comparison = earlier.isEmpty() ? "" : comparison(Comparison.of(report, earlier));
        return PAGE.formatted(section("", report, 2) + comparison);
    }

    private static String comparison(Comparison comparison) {
        return comparison.rows().stream()
                .map(row -> Stream.of(row.name(), row.now(), row.before(), row.ratio())
                        .map(ReportPage::text)
                        .collect(Collectors.joining("<td>", "<tr><td>", "\n")))
                .collect(Collectors.joining("", COMPARED, "</table>\n"));
    }

    private static String section(String title, JsonNode node, int level) {
        var heading = title.isEmpty() ? "" : "<h%1$d>%2$s</h%1$d>\n".formatted(level, text(title));
        if (node.isArray()) {
            return heading + array(node, level);
        }
        if (isChart(node)) {
            return heading + chart(node);
        }
        var rows = children(node).stream()
                .filter(child -> child.getValue().isValueNode())
                .map(child -> "<tr><td>%s<td>%s\n"
                        .formatted(text(child.getKey()), text(child.getValue().asText())))
                .collect(Collectors.joining());
        var parts = children(node).stream()
                .filter(child -> child.getValue().isContainerNode())
                .map(child -> section(child.getKey(), child.getValue(), Math.min(level + 1, 5)))
                .collect(Collectors.joining());
        return heading + "<table>" + rows + "</table>\n" + parts;
    }

    private static String array(JsonNode node, int level) {
        if (node.size() > 1 && node.get(0).isNumber()) {
            return LinePlot.of(node);
        }
        return IntStream.range(0, node.size())
                .mapToObj(n -> section(Integer.toString(n + 1), node.get(n), Math.min(level + 1, 5)))
                .collect(Collectors.joining());
    }

    /** Numbers only, and enough of them to be compared with each other. */
    private static boolean isChart(JsonNode node) {
        return node.size() > 2
                && StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isNumber);
    }

    /** A count is no time: it is told, but has no bar. */
    private static String chart(JsonNode node) {
        double most = children(node).stream()
                .filter(child -> !child.getKey().equals("count"))
                .mapToDouble(child -> child.getValue().asDouble())
                .max()
                .orElse(0);
        var bars = new StringBuilder();
        int y = 0;
        for (var child : children(node)) {
            double share = child.getKey().equals("count") || most <= 0
                    ? 0
                    : child.getValue().asDouble() / most;
            bars.append(bar(child, y, Math.clamp(share, 0, 1)));
            y += ROW;
        }
        return "<svg width=\"%d\" height=\"%d\">%s</svg>\n".formatted(NAMES + WIDTH + 120, y, bars);
    }

    private static String bar(Entry<String, JsonNode> child, int y, double share) {
        return String.format(
                Locale.ROOT,
                "<text x=\"0\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                y + ROW - 5,
                text(child.getKey()),
                NAMES,
                y + 3,
                share * WIDTH,
                ROW - 6,
                NAMES + share * WIDTH + 6,
                y + ROW - 5,
                text(child.getValue().asText()));
    }

    private static List<Entry<String, JsonNode>> children(JsonNode node) {
        return List.copyOf(node.properties());
    }

    private static String text(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;");
    }
}
