package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report's figures beside those of an earlier one; last come those that the earlier one alone has. */
public record Comparison(List<Row> rows) {

    private static final String NEW = "new";
    private static final String GONE = "gone";

    /**
     * One figure.
     *
     * @param now {@code gone} if the later report does not have it
     * @param before {@code new} if the earlier report does not have it
     * @param ratio what the new figure is of the old one; empty if there is none, or if it was 0
     */
    public record Row(String name, String now, String before, String ratio) {

        private static Row of(String name, String now, String before) {
            if (before == null) {
                return new Row(name, now, NEW, "");
            }
            return now == null
                    ? new Row(name, GONE, before, "")
                    : new Row(name, now, before, Comparison.ratio(now, before));
        }

        private String text() {
            return "| %s | %s | %s |%s |".formatted(name, now, before, ratio.isEmpty() ? "" : " " + ratio);
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    public static Comparison of(JsonNode report, JsonNode earlier) {
        var now = FigureTable.of(report).rows();
        var before = FigureTable.of(earlier).rows();
        return new Comparison(Stream.concat(now.keySet().stream(), before.keySet().stream())
                .distinct()
                .map(name -> Row.of(name, now.get(name), before.get(name)))
                .toList());
    }

    private static String ratio(String now, String before) {
        try {
            double old = Double.parseDouble(before);
            return old == 0 ? "" : String.format(Locale.ROOT, "%.2f", Double.parseDouble(now) / old);
        } catch (NumberFormatException noFigure) {
            return "";
        }
    }

    /** Markdown. */
    public String text() {
        return rows.stream().map(Row::text).collect(Collectors.joining("\n"));
    }
}
