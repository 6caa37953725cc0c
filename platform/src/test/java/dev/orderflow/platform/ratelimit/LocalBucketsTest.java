package dev.orderflow.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.platform.ratelimit.Buckets.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBucketsTest {

    private static final int BURST = 10;
    private static final int PER_SECOND = 2;

    /** Where a clock of that kind begins is nobody's business. */
    private long now = Long.MAX_VALUE - Duration.ofSeconds(3).toNanos();

    private final LocalBuckets buckets = new LocalBuckets(() -> now);

    @Test
    void letsABurstInAndThenNobodyUntilThereIsEnough() {
        assertThat(take("a", 1)).isEqualTo(new Level(true, 9, Duration.ZERO, Duration.ofMillis(500)));
        assertThat(take("a", 9)).isEqualTo(new Level(true, 0, Duration.ZERO, Duration.ofSeconds(5)));

        assertThat(take("a", 1)).isEqualTo(new Level(false, 0, Duration.ofMillis(500), Duration.ofSeconds(5)));
        pass(Duration.ofMillis(499));
        assertThat(take("a", 1)).isEqualTo(new Level(false, 0, Duration.ofMillis(1), Duration.ofMillis(4501)));
        pass(Duration.ofMillis(1));
        assertThat(take("a", 1).taken()).isTrue();
        assertThat(take("a", 1).taken()).isFalse();
    }

    @Test
    void takesAllOrNothing() {
        take("a", 3);

        assertThat(take("a", 8)).isEqualTo(new Level(false, 7, Duration.ofMillis(500), Duration.ofMillis(1500)));
        assertThat(take("a", 7).left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 3600})
    void holdsNoMoreThanABurst(int seconds) {
        take("a", BURST);
        pass(Duration.ofSeconds(seconds));

        assertThat(take("a", 1).left()).isEqualTo(BURST - 1);
    }

    @Test
    void disturbsNobodyElse() {
        take("a", BURST);

        assertThat(take("b", BURST).taken()).isTrue();
    }

    /** Somebody has set less. */
    @Test
    void owesNoMoreThanABurst() {
        buckets.take("a", 100, 100, PER_SECOND).await().indefinitely();

        assertThat(take("a", 1).full()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void keepsNoFullBucketsForLong() {
        take("a", BURST);
        take("b", 1);
        assertThat(buckets.kept()).isEqualTo(2);
        pass(Duration.ofSeconds(6));

        take("c", 1);
        take("d", 1);

        assertThat(buckets.kept()).isEqualTo(2);
    }

    @Test
    void remembersNoMoreThanItMay() {
        IntStream.range(0, LocalBuckets.MOST + 100).forEach(n -> take("c-" + n, BURST));

        assertThat(buckets.kept()).isEqualTo(LocalBuckets.MOST);
        assertThat(take("c-0", 1).taken()).as("who called first begins anew").isTrue();
        assertThat(take("c-" + (LocalBuckets.MOST + 99), 1).taken()).isFalse();
    }

    @Test
    void givesNoTokenTwice() {
        var taken = new AtomicInteger();

        var callers = IntStream.range(0, 100)
                .mapToObj(n -> Thread.ofVirtual()
                        .start(() -> taken.addAndGet(take("a", 1).taken() ? 1 : 0)))
                .toList();
        for (var caller : callers) {
            join(caller);
        }

        assertThat(taken).hasValue(BURST);
    }

    private Level take(String bucket, int tokens) {
        return buckets.take(bucket, tokens, BURST, PER_SECOND).await().indefinitely();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
