package dev.orderflow.devservices.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationsTest {

    private static final int HEADER = 16;

    @Test
    void countsEachByte() {
        assertThat(Allocations.of(() -> new byte[1_000])).isEqualTo(1_000 + HEADER);
        assertThat(Allocations.of(() -> "nothing")).isZero();
    }

    @Test
    void countsWhatIsThrownAwayAtOnce() {
        assertThat(Allocations.of(() -> IntStream.range(0, 10)
                        .mapToObj(n -> new byte[1_000])
                        .toList()
                        .size()))
                .isBetween(10_000L, 12_000L);
    }

    @Test
    void takesNoNoticeOfWhatHappensOnceInAWhile() {
        var calls = new AtomicInteger();

        assertThat(Allocations.of(() -> calls.incrementAndGet() % 10 == 0 ? new byte[100_000] : "nothing"))
                .isZero();
    }
}
