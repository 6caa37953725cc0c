package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingIT {

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Database database;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void showsAnOrderToItsCustomerAndToOperators() {
        var id = placed(customer);

        for (var reader : List.of(as(customer), asOperator())) {
            reader.get("/orders/" + id)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .header("Cache-Control", "private, no-cache")
                    .header("Vary", containsString("Authorization"))
                    .body("id", equalTo(id.toString()))
                    .body("customerId", equalTo(customer));
        }
    }

    @Test
    void sendsNothingIfTheClientHasThatVersion() {
        var id = placed(customer);

        var answer = as(customer).header("If-None-Match", "\"1\"").get("/orders/" + id);

        answer.then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"));
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void sendsTheOrderOnceItHasChanged() {
        var id = placed(customer);
        steps.bring(id, OrderStatus.RESERVED);

        as(customer)
                .header("If-None-Match", "\"1\"")
                .get("/orders/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2));
    }

    @Test
    void showsPaymentAndShipmentOnceTheyAreKnown() {
        var id = placed(customer);
        steps.bring(id, OrderStatus.SHIPPED);

        as(customer)
                .get("/orders/" + id)
                .then()
                .body("payment.id", notNullValue())
                .body("payment.status", equalTo("COMPLETED"))
                .body("shipment.id", notNullValue())
                .body("shipment.carrier", equalTo("PostNord"))
                .body("shipment.trackingNumber", equalTo("JVSE4007"))
                .body("shipment.status", equalTo("DISPATCHED"));
    }

    /** As it is where an operator has given the journal an age. */
    @ParameterizedTest
    @ValueSource(strings = {"version = 1", "true"})
    void saysThatTheHistoryOfAnOrderIsNoLongerKept(String lost) {
        var id = placed(customer);
        steps.bring(id, OrderStatus.RESERVED);
        database.execute("DELETE FROM journal WHERE key = ? AND " + lost, id.toString());

        as(customer)
                .get("/orders/" + id + "/timeline")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", containsString("/problems/history-gone"));
        as(customer).get("/orders/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?version=1", "?asOf=2100-01-01T00:00:00Z", "/timeline", "/events"})
    void hidesAnothersOrder(String what) {
        var id = placed(customer);

        notFound(as(Shop.somebody()).get("/orders/" + id + what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/timeline"})
    void knowsNoOtherOrder(String what) {
        notFound(as(customer).get("/orders/" + UUID.randomUUID() + what));
        notFound(as(customer).get("/orders/4711" + what));
        notFound(asOperator().get("/orders/" + UUID.randomUUID() + what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders", "/orders/0197f0e0-0000-7000-8000-000000000000", "/orders/4711/timeline"})
    void asksForAToken(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", notNullValue())
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void refusesATokenWithoutAGroupOfOurs() {
        given().auth()
                .oauth2(Tokens.forSubject(customer).groups("stranger").mint())
                .get("/orders")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void namesTheMethodsThatAnAddressHas() {
        as(customer)
                .delete("/orders/" + UUID.randomUUID())
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .body("type", equalTo("/problems/method-not-allowed"));
    }

    @Test
    void tellsTheWholeStory() {
        var id = placed(customer);
        steps.bring(id, OrderStatus.CONFIRMED);

        as(customer)
                .get("/orders/" + id + "/timeline")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("version", equalTo(List.of(1, 2, 3)))
                .body("service", equalTo(List.of("order", "inventory", "payment")))
                .body("event", equalTo(List.of("OrderPlaced", "PaymentRequested", "OrderConfirmed")))
                .body("at", everyItem(containsString("Z")))
                .body("summary", everyItem(notNullValue()))
                .body("data", everyItem(notNullValue()));
        asOperator().get("/orders/" + id + "/timeline").then().statusCode(200).body("size()", equalTo(3));
    }

    private static void notFound(Response response) {
        response.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }
}
