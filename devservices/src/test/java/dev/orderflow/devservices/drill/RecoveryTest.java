package dev.orderflow.devservices.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Seen;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.schedule.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Instant BACK = Instant.parse("2026-01-01T12:00:00Z");
    private static final Done KILL = done(new Fault.Kill("payment", Duration.ofSeconds(1)), "payment", -10, 0);

    private static Done done(Fault fault, String process, int begin, int end) {
        return new Done(Duration.ZERO, fault, List.of(process), BACK.plusSeconds(begin), BACK.plusSeconds(end), "");
    }

    private record Event(String order, String what, int second) {}

    private static Event event(String order, String what, int second) {
        return new Event(order, what, second);
    }

    private static List<Recovery> recoveries(List<Done> faults, Event... journal) {
        Seen seen = new Seen().faults(faults);
        for (Event event : journal) {
            seen.recordedAt(BACK.plusSeconds(event.second()), event.order(), event.what());
        }
        return Recovery.of(seen.now());
    }

    @Test
    void waitsForTheLastOrderThatWasOpenWhenTheProcessWasBack() {
        assertThat(recoveries(
                        List.of(KILL),
                        event("before", "placed", -20),
                        event("before", "delivered", -1),
                        event("a", "placed", -8),
                        event("b", "placed", -1),
                        event("a", "closed", 4),
                        event("after", "placed", 5),
                        event("b", "delivered", 7),
                        event("after", "delivered", 30)))
                .containsExactly(new Recovery("payment", BACK, 2, Duration.ofSeconds(7), false));
    }

    @Test
    void takesAnOrderThatIsReturnedForOpenOnlyOnceTheReturnIsAccepted() {
        Event[] journal = {
            event("a", "placed", -20),
            event("a", "delivered", -9),
            event("a", "return-accepted", 1),
            event("a", "return-closed", 40)
        };

        assertThat(recoveries(List.of(KILL), journal))
                .containsExactly(new Recovery("payment", BACK, 0, Duration.ZERO, false));
    }

    @Test
    void saysWhereSomethingElseWentWrongMeanwhile() {
        Done later = done(new Fault.Kill("kafka", Duration.ofSeconds(1)), "kafka", 3, 9);

        assertThat(recoveries(List.of(KILL, later), event("a", "placed", -8), event("a", "delivered", 10)))
                .containsExactly(
                        new Recovery("payment", BACK, 1, Duration.ofSeconds(10), true),
                        new Recovery("kafka", BACK.plusSeconds(9), 1, Duration.ofSeconds(1), false));
    }

    @Test
    void tellsNothingOfWhatKilledNobody() {
        assertThat(recoveries(List.of(done(new Fault.FlushRedis(), "redis", 0, 0))))
                .isEmpty();
    }
}
