package dev.orderflow.shipping.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchPaceTest {

    private static final Instant BOUGHT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final WatchPace PACE = new WatchPace(FIRST, LONGEST);

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT2M",
        "PT1M59S, PT2M",
        "PT2M, PT2M",
        "PT2M1S, PT2M1S",
        "PT4M, PT4M",
        "PT1H, PT1H",
        "PT5H59M, PT5H59M",
        "PT6H, PT6H",
        "PT6H1M, PT6H",
        "P3D, PT6H",
        "P89D, PT6H",
        "PT-30S, PT2M"
    })
    void pausesAsLongAgainAsTheParcelIsUnderWay(Duration underWay, Duration pause) {
        var now = BOUGHT.plus(underWay);

        assertThat(PACE.next(BOUGHT, now)).isEqualTo(now.plus(pause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT7H", "PT13H", "P3D"})
    void isNeverShorterThanTheFirst(Duration underWay) {
        var pace = new WatchPace(Duration.ofHours(12), LONGEST);
        var now = BOUGHT.plus(underWay);

        assertThat(pace.next(BOUGHT, now)).isEqualTo(now.plus(Duration.ofHours(12)));
    }

    @Test
    void looksAtAParcelOfThreeDaysNoMoreThanTwentyTimes() {
        var arrived = BOUGHT.plus(Duration.ofDays(3));

        assertThat(Stream.iterate(PACE.next(BOUGHT, BOUGHT), arrived::isAfter, look -> PACE.next(BOUGHT, look)))
                .startsWith(BOUGHT.plus(FIRST))
                .hasSizeLessThan(20);
    }
}
