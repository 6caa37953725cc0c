package dev.orderflow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the carrier tells, in any order or never, and that nobody else is believed. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class CarrierWebhooksIT extends ShippingFixture {

    @Test
    void bringsWebhooksInOrder() {
        TheCarrier.tellsNobody();
        var order = confirmed(AnOrder.paid());
        awaitScheduled(order);
        var carrierId = rows.shipment(order, "carrier_id").orElseThrow();
        var number = rows.shipment(order, "tracking_number").orElseThrow();

        for (var status : List.of("delivered", "in_transit", "delivered", "in_transit")) {
            TheCarrier.says(carrierId, number, status).then().statusCode(200);
        }

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
        assertThat(rows.shipment(order, "version")).contains("5");
    }

    @Test
    void findsOutByItselfWhenWebhooksAreLost() {
        TheCarrier.tellsNobody();
        var order = confirmed(AnOrder.paid());

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
    }

    @Test
    void takesWebhooksFromTheCarrierOnly() {
        var body = "{\"description\": \"tracker.updated\"}";

        TheCarrier.sends(body, null).then().statusCode(400).body("type", equalTo("/problems/bad-signature"));
        TheCarrier.sends(body, "hmac-sha256-hex=00").then().statusCode(400);
        TheCarrier.sends(body + " ", TheCarrier.signature(body)).then().statusCode(400);
        TheCarrier.sends("no json", TheCarrier.signature("no json"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
        TheCarrier.sends(body, TheCarrier.signature(body)).then().statusCode(200);
        TheCarrier.says("shp_of_nobody", "PN0", "delivered").then().statusCode(200);
    }

    /** The address is configured at the carrier. */
    @Test
    void takesWebhooksAtAnAddressWithAQuery() {
        var body = "{\"description\": \"tracker.updated\"}";

        TheCarrier.sends(body, TheCarrier.signature(body), "/webhooks/carriers?tenant=1&tenant=2")
                .then()
                .statusCode(200);
    }
}
