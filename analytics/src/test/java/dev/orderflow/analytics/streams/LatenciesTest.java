package dev.orderflow.analytics.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orderflow.analytics.domain.Lapse;
import dev.orderflow.analytics.domain.Step;
import dev.orderflow.analytics.streams.Latencies.Bucket;
import java.time.Duration;
import java.util.HashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 41, 1_000, 2_047, 60_001, 86_400_000, 7_776_000_001L})
    void aBucketIsWithinAThousandthOfItsValues(long millis) {
        var bucket = bucketOf(millis);

        assertThat(bucket.isOf(Step.PLACED_CONFIRMED)).isTrue();
        assertThat(bucket.isOf(Step.PLACED_RESERVED)).isFalse();
        assertThat(bucket.millis()).isCloseTo(millis, within(millis / 1000));
    }

    @Test
    void bucketsAreAsManyAsDigitsTell() {
        assertThat(LongStream.range(0, 1_000_000)
                        .map(millis -> bucketOf(millis).millis())
                        .distinct()
                        .count())
                .isLessThan(12_000);
    }

    @Test
    void percentilesComeBackFromBuckets() {
        var counts = new HashMap<Long, Long>();
        LongStream.rangeClosed(1, 1000)
                .forEach(millis -> counts.merge(bucketOf(millis).millis(), 1L, Long::sum));

        var histogram = Latencies.histogram(counts);

        assertThat(histogram.getTotalCount()).isEqualTo(1000);
        assertThat(histogram.getValueAtPercentile(50)).isEqualTo(500);
        assertThat(histogram.getValueAtPercentile(99)).isEqualTo(990);
    }

    private static Bucket bucketOf(long millis) {
        var figure = Latencies.figure(new Lapse(Step.PLACED_CONFIRMED, Duration.ofMillis(millis)));
        return Bucket.of(figure.name());
    }
}
