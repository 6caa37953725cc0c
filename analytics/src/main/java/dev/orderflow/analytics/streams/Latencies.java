package dev.orderflow.analytics.streams;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Figure.Kind;
import dev.orderflow.analytics.domain.Lapse;
import dev.orderflow.analytics.domain.Step;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Histograms whose buckets are figures of their own: a bucket's count is all that an event changes, and those of all
 * partitions and replicas add up. Values are milliseconds, with three significant digits.
 */
public final class Latencies {

    private static final int DIGITS = 3;

    /** Only asked which values it would not tell apart. */
    private static final Histogram SCALE = new Histogram(DIGITS);

    private Latencies() {}

    static Figure figure(Lapse lapse) {
        long bucket = SCALE.lowestEquivalentValue(lapse.took().toMillis());
        return new Figure(Kind.LATENCY, lapse.step().label() + "/" + bucket);
    }

    /** Which step a latency is of, and of which bucket. */
    public record Bucket(String step, long millis) {

        /** @param name of a figure */
        public static Bucket of(String name) {
            int end = name.indexOf('/');
            return new Bucket(name.substring(0, end), Long.parseLong(name.substring(end + 1)));
        }

        /** Whether it is of this step. */
        public boolean isOf(Step other) {
            return step.equals(other.label());
        }
    }

    /** @param counts orders by the bucket's milliseconds */
    public static Histogram histogram(Map<Long, Long> counts) {
        var histogram = new Histogram(DIGITS);
        counts.forEach(histogram::recordValueWithCount);
        return histogram;
    }
}
