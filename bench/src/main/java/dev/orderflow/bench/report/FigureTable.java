package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A report's figures, each by the names that lead to it. */
public record FigureTable(Map<String, String> rows) {

    public static FigureTable of(JsonNode report) {
        var rows = new LinkedHashMap<String, String>();
        flatten("", report, rows);
        return new FigureTable(rows);
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
