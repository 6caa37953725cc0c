package dev.orderflow.shipping;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.Broker;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.Rows;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class WatchIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    Rows rows;

    @Inject
    Broker broker;

    /** The carrier doesn't know it, so that nothing is learned of it. */
    @ParameterizedTest
    @CsvSource({"PT1H, PT1H", "P3D, PT6H"})
    void looksAgainTheLaterTheLongerAParcelIsUnderWay(Duration underWay, Duration pause) {
        var order = AnOrder.paid();
        var began = Instant.now();

        rows.isUnderWay(order, began.minus(underWay));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows.nextLook(order))
                        .hasValueSatisfying(next -> assertThat(next)
                                .isCloseTo(began.plus(pause), within(SOON.toSeconds(), ChronoUnit.SECONDS))));
    }

    /** So many of them that a breaker opens, and stays open as long as they fail. */
    @Test
    void buysLabelsWhileNothingCanBeLookedUp() {
        var watched = Stream.generate(AnOrder::paid).limit(60).toList();
        TheCarrier.failsLooks();
        try {
            watched.forEach(parcel -> rows.isUnderWay(parcel, Instant.now()));
            await().atMost(SOON).until(WatchIT::isABreakerOpen);

            var order = AnOrder.paid();
            broker.publish(order.confirmed());

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !broker.answersTo(order).isEmpty());
            assertThat(broker.answersTo(order).getFirst()).isInstanceOf(ShipmentScheduled.class);
        } finally {
            TheCarrier.answersLooks();
            watched.forEach(rows::isForgotten);
        }
    }

    private static boolean isABreakerOpen() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("ft_circuitbreaker_state_current")
                        && line.contains("CarrierGuard")
                        && line.contains("\"open\"")
                        && line.endsWith(" 1.0"));
    }
}
