package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Figures as the report has them: named numbers, times in milliseconds. */
public final class Figures {

    private Figures() {}

    /** @param micros in microseconds */
    public static ObjectNode times(Histogram micros) {
        return Json.object()
                .put("count", micros.getTotalCount())
                .put("p50", millis(micros, 50))
                .put("p90", millis(micros, 90))
                .put("p99", millis(micros, 99))
                .put("p99_9", millis(micros, 99.9))
                .put("max", micros.getMaxValue() / 1e3);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    public static double rounded(double value) {
        return Math.round(value * 1_000) / 1e3;
    }

    /** A figure of each second, in their order. */
    public static ArrayNode series(List<Long> seconds) {
        var series = Json.array();
        seconds.forEach(series::add);
        return series;
    }
}
