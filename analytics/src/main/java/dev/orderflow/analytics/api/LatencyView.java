package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Step;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.analytics.streams.Latencies;
import dev.orderflow.analytics.streams.Latencies.Bucket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How long orders take for a step of their saga. */
@RegisterForReflection
@Schema(
        name = "Latency",
        requiredProperties = {"step", "orders", "p50Millis", "p99Millis", "maxMillis"})
record LatencyView(
        String step,
        long orders,

        @Schema(description = "Half of them took no longer; with three significant digits")
        long p50Millis,

        long p99Millis,
        long maxMillis) {

    private static final double MEDIAN = 50;
    private static final double NEARLY_ALL = 99;

    /** @param figures of all steps */
    static LatencyView of(Step step, Map<String, Tally> figures) {
        var buckets = new HashMap<Long, Long>();
        figures.forEach((key, tally) -> {
            var bucket = Bucket.of(Figure.nameIn(key));
            if (bucket.isOf(step)) {
                buckets.put(bucket.millis(), tally.count(Count.ORDERS));
            }
        });
        var histogram = Latencies.histogram(buckets);
        return new LatencyView(
                step.label(),
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(MEDIAN),
                histogram.getValueAtPercentile(NEARLY_ALL),
                histogram.getMaxValue());
    }
}
