package dev.orderflow.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CulpritsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final IllegalStateException DEFECT = new IllegalStateException("street 1");

    private final Culprits culprits = new Culprits(PAUSE, 2);
    private final UUID order = UUID.randomUUID();

    @Test
    void leavesACulpritOutForAWhile() {
        culprits.add(order, NOON, DEFECT);

        assertThat(culprits.leftOut(NOON)).containsExactly(order);
        assertThat(culprits.leftOut(NOON.plus(PAUSE))).isEmpty();
    }

    @Test
    void remembersACulpritThatFailsAgain() {
        culprits.add(order, NOON, DEFECT);
        var again = NOON.plus(PAUSE);
        culprits.add(order, again, DEFECT);
        culprits.forget(again);

        assertThat(culprits.leftOut(again)).containsExactly(order);
    }

    @Test
    void forgetsACulpritThatWasTriedAgainAndDidNotFail() {
        culprits.add(order, NOON, DEFECT);
        assertThat(culprits.areTooMany(NOON)).isFalse();
        culprits.add(UUID.randomUUID(), NOON, DEFECT);
        assertThat(culprits.areTooMany(NOON)).isTrue();

        culprits.forget(NOON.plus(PAUSE));

        assertThat(culprits.areTooMany(NOON)).isFalse();
    }

    /** Else a turn that fails for two of them would never again look at each by itself, nor forget any. */
    @Test
    void triesThemAgainHoweverManyTheyWere() {
        culprits.add(order, NOON, DEFECT);
        culprits.add(UUID.randomUUID(), NOON, DEFECT);

        assertThat(culprits.areTooMany(NOON)).isTrue();
        assertThat(culprits.areTooMany(NOON.plus(PAUSE))).isFalse();
    }
}
