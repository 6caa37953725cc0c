package dev.orderflow.notification.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.notification.domain.Status;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenTest {

    private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");
    private static final UUID ONE = new UUID(1, 1);

    private final Seen seen = new Seen(SINCE);

    @Test
    void tellsEachStatusOnce() {
        assertThat(seen.isNews(ONE, Status.PENDING, SINCE)).isTrue();
        assertThat(seen.isNews(ONE, Status.PENDING, SINCE)).isFalse();
        assertThat(seen.isNews(ONE, Status.SENT, SINCE)).isTrue();
        assertThat(seen.isNews(ONE, Status.SENT, SINCE)).isFalse();
    }

    @Test
    void leavesWhatWasBeforeToTheList() {
        assertThat(seen.isNews(ONE, Status.PENDING, SINCE.minusMillis(1))).isFalse();
        assertThat(seen.isNews(ONE, Status.SENT, SINCE.minusMillis(1))).isFalse();
    }

    @Test
    void forgetsWhatNoLookCanBringAgain() {
        seen.isNews(ONE, Status.SENT, SINCE);
        seen.isNews(new UUID(1, 2), Status.SENT, SINCE.plusSeconds(60));

        seen.forget(SINCE.plusSeconds(30));

        assertThat(seen.size()).isEqualTo(1);
    }
}
