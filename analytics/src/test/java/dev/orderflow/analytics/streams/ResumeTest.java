package dev.orderflow.analytics.streams;

import static dev.orderflow.analytics.testing.AnOrder.NOON;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ResumeTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Instant now = NOON;
    private final Resume resume = new Resume(registry, () -> now);

    @Test
    void givesUpWhatStopsAgainAndAgain() {
        for (int n = 0; n < Resume.TRIES; n++) {
            assertThat(stop()).isEqualTo(REPLACE_THREAD);
        }
        assertThat(stop()).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(registry.counter(Resume.METRIC).count()).isEqualTo(Resume.TRIES + 1.0);
    }

    @Test
    void goesOnAfterWhatStopsNowAndThen() {
        for (int n = 0; n < 3 * Resume.TRIES; n++) {
            assertThat(stop()).isEqualTo(REPLACE_THREAD);
            now = now.plus(Resume.WHILE.dividedBy(Resume.TRIES)).plus(Duration.ofMillis(1));
        }
    }

    private StreamThreadExceptionResponse stop() {
        return resume.handle(new IllegalStateException("stopped"));
    }
}
