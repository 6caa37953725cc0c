package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A figure of each second as a line, from zero up to its largest. */
final class LinePlot {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 120;
    private static final int MARGIN = 220;
    private static final int CAPTION = 20;

    private LinePlot() {}

    /** @param seconds an array of at least two numbers */
    static String of(JsonNode seconds) {
        double most = IntStream.range(0, seconds.size())
                .mapToDouble(n -> seconds.get(n).asDouble())
                .max()
                .orElse(0);
        var points = IntStream.range(0, seconds.size())
                .mapToObj(n -> point(n, seconds.size(), seconds.get(n).asDouble(), most))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "<svg width=\"%d\" height=\"%d\"><text x=\"0\" y=\"14\">at most %.0f; %d s</text><polyline points=\"%s\"/></svg>%n",
                MARGIN + WIDTH + 20,
                HEIGHT + CAPTION,
                most,
                seconds.size() - 1,
                points);
    }

    private static String point(int second, int seconds, double value, double most) {
        double x = MARGIN + (double) WIDTH * second / (seconds - 1);
        double y = most <= 0 ? HEIGHT : HEIGHT - HEIGHT * Math.max(0, value) / most;
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y + 2);
    }
}
