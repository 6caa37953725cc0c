package dev.orderflow.devservices.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.drill.load.Purchase;
import dev.orderflow.devservices.drill.load.Script;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestTest {

    private static final Instant LAST_FAULT = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant SETTLED = LAST_FAULT.plusSeconds(60);

    private static Order finalAt(String id, int seconds) {
        return new Order(id, "ada", "DELIVERED", BigDecimal.TEN, Map.of(), null, "", LAST_FAULT.plusSeconds(seconds));
    }

    private static Purchase answeredAt(String id, int seconds) {
        Script script = new Script(1, Kind.PAYS, "ada", Map.of(), Duration.ZERO, false);
        return new Purchase(script, id, 201, Map.of(), 1, LAST_FAULT.plusSeconds(seconds), List.of());
    }

    @Test
    void countsFromTheLastFaultToTheLastOrder() {
        Rest rest = Rest.of(
                List.of(answeredAt("a", -30), answeredAt("b", -3)),
                List.of(finalAt("a", 12), finalAt("b", 4)),
                LAST_FAULT,
                SETTLED);

        assertThat(rest).isEqualTo(new Rest(Duration.ofSeconds(12), Duration.ofSeconds(48)));
    }

    @Test
    void givesAnOrderWhoseCustomerWasAnsweredLaterItsOwnTime() {
        Rest rest = Rest.of(
                List.of(answeredAt("a", -30), answeredAt("b", 20)),
                List.of(finalAt("a", 5), finalAt("b", 23)),
                LAST_FAULT,
                SETTLED);

        assertThat(rest.untilFinal()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void isOverAtOnceIfAllWasFinalBefore() {
        Rest rest = Rest.of(List.of(answeredAt("a", -30)), List.of(finalAt("a", -3)), LAST_FAULT, SETTLED);

        assertThat(rest).isEqualTo(new Rest(Duration.ZERO, Duration.ofSeconds(60)));
    }
}
