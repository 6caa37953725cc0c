package dev.orderflow.shipping;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.Broker;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.Rows;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class ShippingIT {

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI application;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(ofSeconds(40));
    }

    @BeforeEach
    void listenToTheCarrier() {
        TheCarrier.tells(application);
    }

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

    @Test
    void voidsTheLabelOfARecalledParcel() {
        var order = await().until(this::recalledOnceScheduled, recalled -> last(recalled) instanceof ShipmentCancelled);

        awaitAnswers(order, ShipmentScheduled.class, ShipmentCancelled.class);
        assertThat(TheCarrier.shipments(labelOf(order)))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment).containsEntry("refund_status", "refunded"));
    }

    @Test
    void answersARepeatedRecallAgain() {
        var order = AnOrder.paid();
        var first = broker.publish(order.recalled(1));
        broker.publish(first, order.recalled(1));

        broker.publish(order.recalled(2));

        awaitAnswers(order, ShipmentCancelled.class, ShipmentCancelled.class);
    }

    @Test
    void booksNothingForAnOrderThatWasRecalledBefore() {
        var order = AnOrder.paid();
        broker.publish(order.recalled(1));

        var confirmation = broker.publish(order.confirmed());

        await().until(() -> rows.isHandled(confirmation));
        awaitAnswers(order, ShipmentCancelled.class);
        assertThat(rows.shipment(order, "status")).contains("RECALLED");
        assertThat(rows.openTasks(order, "create-label")).isZero();
    }

    @Test
    void saysThatARecallCameTooLate() {
        var order = confirmed(AnOrder.paid());
        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);

        broker.publish(order.recalled(1));

        awaitAnswers(
                order,
                ShipmentScheduled.class,
                ShipmentDispatched.class,
                ShipmentDelivered.class,
                ShipmentDispatched.class);
    }

    /** The parcel has left, but nobody told; the refusal of the refund does. */
    @Test
    void learnsFromTheCarrierThatARecallCameTooLate() {
        TheCarrier.tellsNobody();
        var order = confirmed(AnOrder.paid());
        awaitScheduled(order);
        await().until(() -> "in_transit delivered"
                .contains(TheCarrier.shipments(labelOf(order))
                        .getFirst()
                        .get("status")
                        .toString()));

        broker.publish(order.recalled(1));

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
    }

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
    void voidsTheLabelOfABookingThatWasRecalledMeanwhile() {
        TheCarrier.dies("before-buy");
        var order = confirmed(AnOrder.paid());
        await().until(TheCarrier::isDead);
        var recall = broker.publish(order.recalled(1));
        await().until(() -> rows.isHandled(recall));
        assertThat(broker.answersTo(order)).isEmpty();

        TheCarrier.comesBack();

        awaitAnswers(order, ShipmentCancelled.class);
        assertThat(TheCarrier.shipments(labelOf(order)))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment).containsEntry("refund_status", "refunded"));
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
    void forgetsTheAddressOfAnErasedCustomer() {
        TheCarrier.diesNow();
        var order = confirmed(AnOrder.paid());
        await().until(() -> rows.shipment(order, "destination").isPresent());

        broker.publish(new CustomerErased(order.customer(), Instant.now()));

        await().until(() -> rows.shipment(order, "destination").isEmpty());
        TheCarrier.comesBack();
        awaitAnswers(order, ShipmentRejected.class);
    }

    /** As when the order's events lag, or one of them was a dead letter. */
    @Test
    void anErasureThatIsReadBeforeTheOrderIsNotUndone() {
        var order = AnOrder.paid();
        var erasure = broker.publish(new CustomerErased(order.customer(), Instant.now()));
        await().until(() -> rows.isHandled(erasure));

        var confirmation = broker.publish(order.confirmed());

        await().until(() -> rows.isHandled(confirmation));
        assertThat(rows.shipment(order, "destination")).isEmpty();
        assertThat(rows.shipment(order, "status")).contains("REJECTED");
        awaitAnswers(order, ShipmentRejected.class);
    }

    @Test
    void sendsWhatACustomerOrdersAfterTheErasure() {
        var old = AnOrder.paid();
        var erasure = broker.publish(new CustomerErased(old.customer(), Instant.now()));
        await().until(() -> rows.isHandled(erasure));

        var order = confirmed(old.again());

        awaitScheduled(order);
    }

    /** The address is stored, but not committed yet, when the erasure is read. */
    @Test
    void anErasureWaitsForWhoIsStoringAnAddress() throws Exception {
        var order = AnOrder.paid();
        UUID erasure;
        try (var storing = rows.storing(order)) {
            erasure = broker.publish(new CustomerErased(order.customer(), Instant.now()));
            await().until(rows::isAnErasureWaiting);
            storing.commit();
        }

        await().until(() -> rows.isHandled(erasure));
        assertThat(rows.shipment(order, "order_id")).isPresent();
        assertThat(rows.shipment(order, "destination")).isEmpty();
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

    private AnOrder confirmed(AnOrder order) {
        broker.publish(order.confirmed());
        return order;
    }

    /** In time, unless the machine stalls for as long as the parcel waits: then another one is tried. */
    private AnOrder recalledOnceScheduled() {
        var order = confirmed(AnOrder.paid());
        awaitScheduled(order);
        broker.publish(order.recalled(1));
        await().until(() -> broker.answersTo(order).size() > 1);
        return order;
    }

    private UUID labelOf(AnOrder order) {
        return UUID.fromString(rows.shipment(order, "label_id").orElseThrow());
    }

    private OrderScoped last(AnOrder order) {
        return broker.answersTo(order).getLast();
    }

    /** Whatever comes after it: it may be on its way already. */
    private void awaitScheduled(AnOrder order) {
        await().until(() -> !broker.answersTo(order).isEmpty());
        assertThat(broker.answersTo(order).getFirst()).isInstanceOf(ShipmentScheduled.class);
    }

    private void awaitAnswers(AnOrder order, Class<?>... expected) {
        await().untilAsserted(() ->
                assertThat(broker.answersTo(order)).extracting(Object::getClass).isEqualTo(Arrays.asList(expected)));
    }
}
