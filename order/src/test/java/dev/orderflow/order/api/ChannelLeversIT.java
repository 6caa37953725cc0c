package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator holds back what a participant says. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class ChannelLeversIT {

    private static final String STOCK = "inventory-events-in";

    @Inject
    Shop shop;

    @Inject
    Desk desk;

    @Inject
    Database database;

    private final String customer = Shop.somebody();
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

    @AfterEach
    void resume() {
        put(STOCK, "{\"paused\":false}").then().statusCode(200);
    }

    @Test
    void namesTheChannels() {
        put(STOCK, "{\"paused\":true}");

        asOperator()
                .get("/admin/channels")
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        contains("inventory-events-in", "payment-events-in", "product-events-in", "shipping-events-in"))
                .body(
                        "items.topic",
                        contains("inventory-events", "payment-events", "product-events", "shipping-events"))
                .body("items.paused", contains(true, false, false, false));
    }

    @Test
    void holdsBackOneParticipantUntilItsChannelIsResumed() {
        var other = reserved();
        put(STOCK, "{\"paused\":true}")
                .then()
                .statusCode(200)
                .body("name", equalTo(STOCK))
                .body("topic", equalTo("inventory-events"))
                .body("paused", equalTo(true));

        Wire.publish(Participants.of(desk.find(order)).reserved());
        Wire.publish(Participants.of(desk.find(other)).paid());
        desk.awaitStatus(other, OrderStatus.CONFIRMED);
        staysPending();
        await().untilAsserted(() -> given().get("/q/health").then().statusCode(200));
        given().get("/q/metrics")
                .then()
                .body(containsString("orderflow_consumer_paused{channel=\"inventory-events\"} 1.0"));

        put(STOCK, "{\"paused\":false}").then().statusCode(200).body("paused", equalTo(false));
        desk.awaitStatus(order, OrderStatus.RESERVED);
    }

    @Test
    void followsWhatAnotherReplicaWasTold() {
        put(STOCK, "{\"paused\":true}");
        Wire.publish(Participants.of(desk.find(order)).reserved());
        staysPending();

        database.execute("UPDATE switch SET is_on = true, version = version + 1 WHERE name = 'channel/" + STOCK + "'");

        desk.awaitStatus(order, OrderStatus.RESERVED);
    }

    @Test
    void auditsWhatChangesAnything() {
        var before = audited();
        put(STOCK, "{\"paused\":false}");
        put(STOCK, "{\"paused\":true}");
        put(STOCK, "{\"paused\":true}");
        put(STOCK, "{\"paused\":false}");

        asOperator()
                .get("/admin/audit?limit=200&subject=" + STOCK)
                .then()
                .body("items", hasSize(before + 2))
                .body("items[0].action", equalTo("channel-resumed"))
                .body("items[1].action", equalTo("channel-paused"))
                .body("items[1].actor", equalTo("ops-1"))
                .body("items[1].details.topic", equalTo("inventory-events"));
    }

    @ParameterizedTest
    @CsvSource({"order-events-out", "inventory-events", "x"})
    void knowsNoOtherChannel(String name) {
        problem(put(name, "{\"paused\":true}"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{} | paused", "{\"paused\":\"yes\"} | paused", "{\"paused\":true,\"for\":\"1h\"} | for"})
    void refusesWhatIsNoWish(String body, String field) {
        problem(put(STOCK, body), 400, "invalid-request").body("errors[0].field", equalTo(field));
    }

    @Test
    void obeysOperatorsOnly() {
        var path = "/admin/channels/" + STOCK;
        var wish = "{\"paused\":true}";
        problem(as(customer).contentType("application/json").body(wish).put(path), 403, "forbidden");
        problem(given().contentType("application/json").body(wish).put(path), 401, "unauthenticated");
        problem(as(customer).get("/admin/channels"), 403, "forbidden");
    }

    private UUID reserved() {
        var other = placed(customer);
        Wire.publish(Participants.of(desk.find(other)).reserved());
        desk.awaitStatus(other, OrderStatus.RESERVED);
        return other;
    }

    private void staysPending() {
        await().during(Duration.ofSeconds(2)).until(() -> desk.find(order).status() == OrderStatus.PENDING);
    }

    private static int audited() {
        return asOperator()
                .get("/admin/audit?limit=200&subject=" + STOCK)
                .jsonPath()
                .getList("items")
                .size();
    }

    private static Response put(String channel, String body) {
        return asOperator().contentType("application/json").body(body).put("/admin/channels/" + channel);
    }

    private static ValidatableResponse problem(Response response, int status, String problem) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
    }
}
