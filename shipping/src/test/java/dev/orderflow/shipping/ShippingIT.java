package dev.orderflow.shipping;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parcel to its customer and back, whatever is repeated or breaks meanwhile. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class ShippingIT extends ShippingFixture {

    @Test
    void carriesAParcelToItsCustomer() {
        var order = confirmed(AnOrder.paid());

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
        given().auth()
                .oauth2(Tokens.customer(order.customer()))
                .get("/shipments/" + order.id())
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("id", equalTo(labelOf(order).toString()))
                .body("orderId", equalTo(order.id().toString()))
                .body("status", equalTo("DELIVERED"))
                .body("carrier", equalTo("OrderflowParcel"))
                .body("trackingNumber", notNullValue())
                .body("scheduledAt", notNullValue())
                .body("dispatchedAt", notNullValue())
                .body("deliveredAt", notNullValue())
                .body("return", nullValue());
    }

    @Test
    void keepsNoAddressOnceTheLabelIsBought() {
        var order = confirmed(AnOrder.paid());

        awaitScheduled(order);
        assertThat(rows.shipment(order, "destination")).isEmpty();
    }

    @Test
    void rejectsWhatCannotBeDelivered() {
        var order = confirmed(AnOrder.toNowhere());

        awaitAnswers(order, ShipmentRejected.class);
        assertThat(broker.answersTo(order))
                .singleElement()
                .isInstanceOfSatisfying(
                        ShipmentRejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("undeliverable"));
        assertThat(rows.shipment(order, "destination")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-create", "after-create", "before-buy", "after-buy"})
    void buysOneLabelHoweverTheCarrierDies(String moment) {
        TheCarrier.dies(moment);
        var order = confirmed(AnOrder.paid());
        await().until(TheCarrier::isDead);

        TheCarrier.comesBack();

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
        assertThat(TheCarrier.shipments(labelOf(order)))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment)
                        .containsEntry(
                                "tracking_code",
                                rows.shipment(order, "tracking_number").orElseThrow()));
    }

    @Test
    void bringsAParcelBack() {
        var order = confirmed(AnOrder.paid());
        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);

        broker.publish(order.returned(1));
        await().until(() -> last(order) instanceof ReturnReceived);
        broker.publish(order.returned(2));

        awaitAnswers(
                order,
                ShipmentScheduled.class,
                ShipmentDispatched.class,
                ShipmentDelivered.class,
                ReturnReceived.class,
                ReturnReceived.class);
        given().auth()
                .oauth2(Tokens.operator("op"))
                .get("/shipments/" + order.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("RETURN_RECEIVED"))
                .body("return.trackingNumber", notNullValue())
                .body("return.receivedAt", notNullValue());
        assertThat(rows.shipment(order, "destination")).isEmpty();
    }

    @Test
    void handlesADuplicateOnce() {
        var order = AnOrder.paid();
        var id = broker.publish(order.confirmed());
        broker.publish(id, order.confirmed());
        broker.publish(order.confirmed());

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
        assertThat(TheCarrier.shipments(labelOf(order))).hasSize(1);
    }

    /** What asked for the label was said before the restore, and its id with it. */
    @Test
    void buysNoLabelAgainAfterItsDatabaseWasRestored() {
        var order = AnOrder.paid();
        var confirmation = UuidCreator.getTimeOrderedEpoch(Instant.now().minus(Duration.ofHours(1)));
        broker.publish(confirmation, order.confirmed());
        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);

        rows.restoreFromBefore(confirmation, order);
        broker.publish(confirmation, order.confirmed());

        await().until(() -> broker.answersTo(order).size() > 3);
        assertThat(broker.answersTo(order).get(3))
                .isEqualTo(broker.answersTo(order).getFirst());
        assertThat(TheCarrier.shipments(labelOf(order))).hasSize(1);
    }

    @Test
    void countsWhatTheCarrierWasGivenUpOn() {
        var order = AnOrder.paid();
        rows.stalls(order);
        try {
            await().until(() -> given().get("/q/metrics")
                    .asString()
                    .lines()
                    .anyMatch(line -> line.matches("orderflow_shipping_stalled(\\{.*})? [1-9].*")));
        } finally {
            rows.goesOn(order);
        }
    }

    @Test
    void showsAShipmentToItsCustomerAndOperatorsOnly() {
        var order = AnOrder.paid();
        broker.publish(order.recalled(1));
        awaitAnswers(order, ShipmentCancelled.class);
        var path = "/shipments/" + order.id();

        given().get(path).then().statusCode(401);
        given().auth().oauth2(Tokens.customer("c-other")).get(path).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.customer(order.customer()))
                .get(path)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.operator("op"))
                .get("/shipments/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }
}
