package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Settings;
import dev.orderflow.messaging.transaction.Pause;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicInteger tries = new AtomicInteger();
    private final List<Context> contexts = new ArrayList<>();
    private final Patience patience = new Patience(
            new Pause(vertx),
            Settings.of("consumer.first-backoff", "1ms", "consumer.longest-backoff", "2ms")
                    .consumer(),
            new ConsumerMetrics(registry, "ticks"));

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void triesAgainUntilATransientFaultIsOver() {
        run(() -> patience.with(() -> failing(50, new ConnectException("refused")), false));

        assertThat(tries).hasValue(51);
        assertThat(registry.counter("orderflow.consumer.retries", "channel", "ticks")
                        .count())
                .isEqualTo(50);
    }

    @Test
    void staysOnTheContextOfTheBatch() {
        run(() -> patience.with(() -> failing(5, new ConnectException("refused")), false));

        assertThat(contexts).hasSize(6).containsOnly(contexts.getFirst()).doesNotContainNull();
    }

    @Test
    void givesUpOnWhatNothingCanCure() {
        assertThatThrownBy(() -> run(() -> patience.with(() -> failing(1, new IllegalStateException("no")), true)))
                .hasMessage("no");
        assertThat(tries).hasValue(1);
    }

    @Test
    void givesUpOnATimeoutWhileLessCanBeTried() {
        assertThatThrownBy(() -> run(() -> patience.with(() -> failing(1, timeout()), false)))
                .isInstanceOf(PgException.class);
    }

    @Test
    void triesASingleRecordAgainAfterATimeout() {
        run(() -> patience.with(() -> failing(3, timeout()), true));

        assertThat(tries).hasValue(4);
    }

    @Test
    void neverGivesUpOnADeadLetter() {
        run(() -> patience.without(() -> failing(20, new IllegalStateException("no"))));

        assertThat(tries).hasValue(21);
    }

    @Test
    void triesWorkAgainThatThrowsBeforeItHasBegun() {
        run(() -> patience.without(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("no");
            }
            return Uni.createFrom().voidItem();
        }));

        assertThat(tries).hasValue(3);
    }

    private void run(java.util.function.Supplier<Uni<Void>> work) {
        EventLoop.await(EventLoop.start(vertx, work));
    }

    private Uni<Void> failing(int times, Throwable failure) {
        contexts.add(Vertx.currentContext());
        return tries.getAndIncrement() < times
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom().voidItem();
    }

    private static PgException timeout() {
        return new PgException("terminating connection due to transaction timeout", "FATAL", "25P04", null);
    }
}
