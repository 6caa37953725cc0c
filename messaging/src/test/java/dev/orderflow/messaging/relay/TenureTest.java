package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenureTest {

    private static final long ASKED = Long.MAX_VALUE - 1_000; // nanoTime may begin anywhere, and overflow

    private final Tenure tenure = new Tenure(new Lease(UUID.randomUUID(), 1, 0), Duration.ofSeconds(9), ASKED);

    @Test
    void isRenewedThreeTimesInALease() {
        assertThat(tenure.renewal()).hasSeconds(3);
        assertThat(tenure.isDue(after(2))).isFalse();
        assertThat(tenure.isDue(after(4))).isTrue();
    }

    /** Before the lease ends: by then the producer has to be closed. */
    @Test
    void isOverBeforeTheLeaseIsByTheHoldersOwnClock() {
        assertThat(tenure.isOver(after(8))).isFalse();
        assertThat(tenure.isOver(after(9))).isTrue();
        assertThat(tenure.left(after(8))).isEqualTo(Duration.ofMillis(100));
    }

    /** The answer may have been under way for long: the database has counted since before. */
    @Test
    void beginsAnewWhenTheRenewalWasAskedFor() {
        tenure.renewed(after(5));

        assertThat(tenure.isOver(after(13))).isFalse();
        assertThat(tenure.isOver(after(15))).isTrue();
    }

    private static long after(long seconds) {
        return ASKED + Duration.ofSeconds(seconds).toNanos();
    }
}
