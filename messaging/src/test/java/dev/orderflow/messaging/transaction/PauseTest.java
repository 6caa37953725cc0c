package dev.orderflow.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.testing.EventLoop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PauseTest {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 30, 64, 1_000_000, Integer.MAX_VALUE})
    void staysBetweenATenthAndTheWholeOfItsRange(int attempt) {
        long ceiling = attempt > 7 ? LONGEST.toMillis() : FIRST.toMillis() << (attempt - 1);

        assertThat(IntStream.range(0, 2000).mapToObj(i -> Pause.backoff(attempt, FIRST, LONGEST)))
                .allSatisfy(pause -> assertThat(pause.toMillis()).isBetween(ceiling / 10, ceiling));
    }

    @Test
    void spreadsOverItsRange() {
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(i -> Pause.backoff(7, FIRST, LONGEST).toMillis() / 400)
                        .distinct())
                .hasSizeGreaterThan(7);
    }

    @Test
    void isNeverZero() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> Pause.backoff(1, Duration.ZERO, LONGEST)))
                .allSatisfy(pause -> assertThat(pause).isPositive());
    }

    @Test
    void goesOnOnItsOwnContext() {
        var vertx = Vertx.vertx();
        List<Context> contexts = new ArrayList<>();

        EventLoop.await(EventLoop.start(vertx, () -> {
            contexts.add(Vertx.currentContext());
            return new Pause(vertx).of(Duration.ofMillis(5)).invoke(() -> contexts.add(Vertx.currentContext()));
        }));

        assertThat(contexts.getLast()).isNotNull().isSameAs(contexts.getFirst());
        vertx.close();
    }
}
