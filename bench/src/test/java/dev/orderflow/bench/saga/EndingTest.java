package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Set<String> ended = new HashSet<>();
    private long now;
    private final Ending ending = new Ending(List.of("a", "b", "c"), ended::contains, PATIENCE, () -> now);

    @Test
    void isThereWhenAllHaveEnded() {
        ended.addAll(List.of("a", "b"));
        assertThat(ending.getAsBoolean()).isFalse();

        ended.add("c");
        assertThat(ending.getAsBoolean()).isTrue();
    }

    @Test
    void waitsForAsLongAsSomeEnd() {
        for (var order : List.of("a", "b")) {
            now += PATIENCE.toNanos();
            ended.add(order);
            assertThat(ending.getAsBoolean()).isFalse();
        }
    }

    @Test
    void isThereWhenNothingHasEndedForTooLong() {
        ended.add("a");
        assertThat(ending.getAsBoolean()).isFalse();

        now += PATIENCE.toNanos() + 1;
        assertThat(ending.getAsBoolean()).isTrue();
    }
}
