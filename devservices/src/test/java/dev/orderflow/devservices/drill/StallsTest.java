package dev.orderflow.devservices.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Observations.Stall;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StallsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Stalls stalls = Stalls.from(NOON);

    @Test
    void tellsATickThatComesASecondLateFromAnOrdinaryOne() {
        stalls.tick(NOON.plusMillis(100));
        stalls.tick(NOON.plusMillis(1_100));
        assertThat(stalls.seen()).isEmpty();

        stalls.tick(NOON.plusMillis(4_200));
        stalls.tick(NOON.plusMillis(4_300));

        assertThat(stalls.seen()).containsExactly(new Stall(NOON.plusMillis(1_200), NOON.plusMillis(4_200)));
    }
}
