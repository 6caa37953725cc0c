package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report's figures, each by the names that lead to it. */
public record FigureTable(Map<String, String> rows) {

    public static FigureTable of(JsonNode report) {
        var rows = new LinkedHashMap<String, String>();
        flatten("", report, rows);
        return new FigureTable(rows);
    }

    /** Beside those of an earlier report, with what the new figure is of the old one. */
    public static FigureTable compared(JsonNode report, JsonNode earlier) {
        var before = of(earlier).rows;
        var rows = new LinkedHashMap<String, String>();
        of(report).rows.forEach((name, value) -> rows.put(name, value + " | " + ratio(before.get(name), value)));
        return new FigureTable(rows);
    }

    private static String ratio(String before, String now) {
        if (before == null) {
            return "new |";
        }
        try {
            double old = Double.parseDouble(before);
            return old == 0
                    ? before + " |"
                    : String.format(Locale.ROOT, "%s | %.2f", before, Double.parseDouble(now) / old);
        } catch (NumberFormatException noFigure) {
            return before + " |";
        }
    }

    private static void flatten(String name, JsonNode node, Map<String, String> rows) {
        if (node.isObject()) {
            node.properties()
                    .forEach(child -> flatten(
                            name.isEmpty() ? child.getKey() : name + ", " + child.getKey(), child.getValue(), rows));
        } else if (node.isArray() && !isSeries(node)) {
            for (int n = 0; n < node.size(); n++) {
                flatten(name + " " + (n + 1), node.get(n), rows);
            }
        } else if (node.isValueNode()) {
            rows.put(name, node.asText());
        }
    }

    /** A figure of each second is for the plots. */
    private static boolean isSeries(JsonNode array) {
        return !array.isEmpty() && array.get(0).isNumber();
    }

    /** Markdown. */
    public String text() {
        return rows.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |")
                .collect(Collectors.joining("\n"));
    }
}
