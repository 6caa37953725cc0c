package dev.orderflow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class WatchIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    Rows rows;

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
}
