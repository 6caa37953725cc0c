package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final double PER_SECOND = 100;

    @Test
    void isNoneOfABacklogThatIsSimplyUnderWay() {
        assertThat(Growth.of(minute(second -> Math.min(second, 4) * 100), PER_SECOND))
                .isFalse();
    }

    @Test
    void isNoneOfBatches() {
        assertThat(Growth.of(minute(second -> 300 + second % 2 * 80), PER_SECOND))
                .isFalse();
    }

    @Test
    void isThereWhenATenthIsLeftOver() {
        assertThat(Growth.of(minute(second -> 300 + second * 10), PER_SECOND)).isTrue();
    }

    @Test
    void isNotToldFromAMoment() {
        assertThatThrownBy(() -> Growth.of(List.of(1L, 2L, 3L), PER_SECOND))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> minute(LongUnaryOperator backlog) {
        return LongStream.range(0, 60).map(backlog).boxed().toList();
    }
}
