package dev.orderflow.devservices.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Observations;
import dev.orderflow.devservices.drill.check.Observations.Recorded;
import dev.orderflow.devservices.drill.fault.Done;
import dev.orderflow.devservices.drill.schedule.Fault;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Instant BACK = Instant.parse("2026-01-01T12:00:00Z");
    private static final Done KILL = done(new Fault.Kill("payment", Duration.ofSeconds(1)), "payment", -10, 0);

    private static Done done(Fault fault, String process, int begin, int end) {
        return new Done(Duration.ZERO, fault, List.of(process), BACK.plusSeconds(begin), BACK.plusSeconds(end), "");
    }

    private static Recorded event(String order, String what, int second) {
        String type = "orderflow.order." + what;
        return new Recorded(UUID.randomUUID(), "order-events", order, type, 1, BACK.plusSeconds(second));
    }

    private static List<Recovery> recoveries(List<Done> faults, Recorded... journal) {
        return Recovery.of(new Observations(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                Map.of(Service.ORDER, List.of(journal)),
                Map.of(),
                List.of(),
                List.of(),
                2,
                faults,
                Set.of()));
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
        Recorded[] journal = {
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
