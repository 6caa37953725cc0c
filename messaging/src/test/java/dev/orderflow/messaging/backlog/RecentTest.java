package dev.orderflow.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A figure is told while it is fresh, and never afterwards. */
class RecentTest {

    private static final Duration FRESH = Duration.ofSeconds(20);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Recent<Long> recent = new Recent<>(FRESH, now::get);

    @Test
    void nothingIsKnownBeforeTheFirstLook() {
        assertThat(told()).isNaN();
    }

    @Test
    void whatWasSeenIsToldWhileItIsFresh() {
        recent.seen(7L);
        now.addAndGet(FRESH.toNanos());

        assertThat(told()).isEqualTo(7);
    }

    @Test
    void whatIsOldIsNotTold() {
        recent.seen(7L);
        now.addAndGet(FRESH.toNanos() + 1);

        assertThat(told()).isNaN();
    }

    @Test
    void aLookThatFailsForgetsAtOnce() {
        recent.seen(7L);
        recent.lost();

        assertThat(told()).isNaN();
    }

    @Test
    void theNextLookIsToldAgain() {
        recent.seen(7L);
        recent.lost();
        recent.seen(8L);

        assertThat(told()).isEqualTo(8);
    }

    private double told() {
        return recent.value(Long::doubleValue);
    }
}
