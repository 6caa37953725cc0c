package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(5));

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(pause(1, 0)).hasMillis(100);
        assertThat(pause(2, 0)).hasMillis(200);
        assertThat(pause(6, 0)).hasMillis(3200);
        assertThat(pause(7, 0)).hasMillis(5000);
        assertThat(pause(1000, 0)).hasMillis(5000);
    }

    @Test
    void pausesAreShortenedByUpToAHalf() {
        assertThat(pause(2, 0.5)).hasMillis(150);
        assertThat(pause(2, 1)).hasMillis(100);
    }

    @Test
    void whoMustWaitComesALittleAfterThat() {
        assertThat(POLICY.pause(1, Duration.ZERO, Duration.ofSeconds(7), 0))
                .hasValue(Duration.ofSeconds(7).plusMillis(100));
    }

    @Test
    void noTryIsBegunAfterTheTotal() {
        assertThat(POLICY.pause(1, Duration.ofMillis(29_950), Duration.ZERO, 0)).isEmpty();
        assertThat(POLICY.pause(1, Duration.ofMillis(29_850), Duration.ZERO, 0)).isPresent();
        assertThat(POLICY.pause(1, Duration.ZERO, Duration.ofSeconds(60), 0)).isEmpty();
    }

    @Test
    void noneMeansOneTry() {
        assertThat(RetryPolicy.none().pause(1, Duration.ZERO, Duration.ZERO, 0)).isEmpty();
    }

    private static Duration pause(int tries, double chance) {
        return POLICY.pause(tries, Duration.ZERO, Duration.ZERO, chance).orElseThrow();
    }
}
