package dev.orderflow.shipping;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.Rows;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics tell what took effect, not how often it was tried. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class WebhookCountsIT {

    @Inject
    Rows rows;

    /** What the carrier tells by itself would be counted as well. */
    @BeforeEach
    void listenToNobody() {
        TheCarrier.tellsNobody();
    }

    /** It is decided what the webhook means, and only then the transaction fails. */
    @Test
    void countsAWebhookOnceHoweverOftenItsTransactionFailed() throws SQLException {
        var order = AnOrder.paid();
        rows.isUnderWay(order, Instant.now());
        var parcel = rows.shipment(order, "carrier_id").orElseThrow();
        double before = taken();

        try (var journal = rows.lockingTheJournal()) {
            TheCarrier.says(parcel, "PN", "in_transit").then().statusCode(503);
            journal.rollback();
        }
        TheCarrier.says(parcel, "PN", "in_transit").then().statusCode(200);

        assertThat(rows.shipment(order, "status")).contains("DISPATCHED");
        assertThat(taken() - before).isEqualTo(1);
    }

    private static double taken() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("orderflow_shipping_webhooks_total") && line.contains("\"taken\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
