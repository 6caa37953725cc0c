package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Correcting an address, and reading an order as it was before. */
@QuarkusTest
class ChangeIT {

    private static final String ELSEWHERE = "{\"shippingAddress\":{\"line1\":\"Torstraße 2\",\"line2\":\"Hof\"}}";

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Database database;

    private final String customer = Shop.somebody();
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void changesWhatThePatchNamesAndNothingElse(String type) {
        patch(as(customer), type, "\"1\"", ELSEWHERE)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .header("Cache-Control", "private, no-cache")
                .body("version", equalTo(2))
                .body("status", equalTo("PENDING"))
                .body("shippingAddress.line1", equalTo("Torstraße 2"))
                .body("shippingAddress.line2", equalTo("Hof"))
                .body("shippingAddress.recipient", equalTo("Ada Lovelace"))
                .body("shippingAddress.city", equalTo("Berlin"));
    }

    @Test
    void takesAPartAwayThatIsNull() {
        patch("\"1\"", ELSEWHERE);

        patch("\"2\"", "{\"shippingAddress\":{\"line2\":null}}")
                .then()
                .statusCode(200)
                .body("shippingAddress", not(hasKey("line2")));
    }

    @Test
    void letsOperatorsCorrectItToo() {
        patch(asOperator(), "application/json", "*", ELSEWHERE).then().statusCode(200);

        audited().body("items.action", contains("order-redirected")).body("items[0].details", anEmptyMap());
    }

    @Test
    void recordsNothingOfWhatTheirCustomersDo() {
        patch(as(customer), "application/json", "*", ELSEWHERE).then().statusCode(200);
        patch(asOperator(), "application/json", "\"1\"", ELSEWHERE).then().statusCode(412);

        audited().body("items", hasSize(0));
    }

    private ValidatableResponse audited() {
        return asOperator().get("/admin/audit?subject=" + order).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"shippingAddress":{"line1":null}}      | shippingAddress.line1
            {"shippingAddress":{"line1":" "}}       | shippingAddress.line1
            {"shippingAddress":{"country":"XX"}}    | shippingAddress.country
            {"shippingAddress":{"street":"Main"}}   | shippingAddress.street
            {"shippingAddress":"Main Street"}       | shippingAddress
            {"shippingAddress":null}                | shippingAddress
            {}                                      | shippingAddress
            {"status":"DELIVERED"}                  | status
            """)
    void refusesWhatIsNoAddress(String body, String field) {
        patch("\"1\"", body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", equalTo(field));
        assertThat(version()).isOne();
    }

    @Test
    void wantsToKnowWhatIsChanged() {
        as(customer)
                .contentType("application/json")
                .body(ELSEWHERE)
                .patch("/orders/" + order)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
    }

    @Test
    void refusesToChangeWhatTheClientHasNotSeen() {
        steps.bring(order, OrderStatus.RESERVED);

        patch("\"1\"", ELSEWHERE).then().statusCode(412).body("type", equalTo("/problems/precondition-failed"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "SHIPPED", "DELIVERED"})
    void saysThatItIsTooLate(OrderStatus status) {
        steps.bring(order, status);

        patch("\"" + version() + "\"", ELSEWHERE)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-changeable"))
                .body("orderStatus", equalTo(status.name()));
    }

    @Test
    void changesAVersionOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(n ->
                            () -> patch("\"1\"", ELSEWHERE.replace("Torstraße 2", "Torstraße " + (n + 3)))
                                    .statusCode())
                    .toList());
            var changed = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 412);
                changed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(changed).isOne();
        }
    }

    @Test
    void knowsNoOrderOfSomebodyElse() {
        patch(as(Shop.somebody()), "application/json", "\"1\"", ELSEWHERE)
                .then()
                .statusCode(404);
    }

    @Test
    void showsTheOrderAsThatVersionWas() {
        patch("\"1\"", ELSEWHERE);

        past("version", "1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("shippingAddress.line1", equalTo("Torstraße 1"));
        past("version", "2").then().body("shippingAddress.line1", equalTo("Torstraße 2"));
        past("version", "3").then().statusCode(404);
    }

    @Test
    void showsTheOrderAsItWasThen() {
        var placed = shown(current());
        patch("\"1\"", ELSEWHERE);
        var corrected = shown(current());
        steps.bring(order, OrderStatus.CONFIRMED);

        assertThat(shown(past("version", "1"))).isEqualTo(over(placed));
        assertThat(shown(past("asOf", (String) placed.get("createdAt")))).isEqualTo(over(placed));
        assertThat(shown(past("version", "2"))).isEqualTo(over(corrected));
        assertThat(shown(past("asOf", (String) corrected.get("updatedAt")))).isEqualTo(over(corrected));
        past("asOf", "2001-01-01T00:00:00Z").then().statusCode(404);
        past("asOf", "2999-01-01T00:00:00+02:00").then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    /** All that it shows: the journal tells the same of it as the order's row. */
    @ParameterizedTest
    @EnumSource(names = {"PENDING", "RESERVED", "CONFIRMED", "DELIVERED"})
    void showsTheVersionThatIsCurrentAsTheOrder(OrderStatus status) {
        steps.bring(order, status);
        var now = shown(current());

        assertThat(shown(past("version", now.get("version").toString()))).isEqualTo(now);
        assertThat(shown(past("asOf", (String) now.get("updatedAt")))).isEqualTo(now);
        assertThat(timelineEnds()).isEqualTo(now.get("updatedAt"));
    }

    /** As when two replicas decide, one of which is an hour ahead. */
    @Test
    void leavesNoVersionOutWhoseTimeIsLaterThanThatOfTheNext() {
        patch("\"1\"", ELSEWHERE);
        steps.bring(order, OrderStatus.RESERVED);
        database.execute(
                "UPDATE journal SET recorded_at = recorded_at + interval '1 hour' WHERE key = ? AND version = 2",
                order.toString());

        past("asOf", (String) shown(current()).get("updatedAt"))
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("shippingAddress.line1", equalTo("Torstraße 2"));
    }

    /** As it is where the journal did not keep the time of the decision: it has the moment after. */
    @Test
    void findsTheOrderAtItsOwnTimeThoughTheJournalRecordedItLater() {
        database.execute(
                "UPDATE journal SET recorded_at = recorded_at + interval '5 seconds' WHERE key = ?", order.toString());

        past("asOf", (String) shown(current()).get("createdAt"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"version, 0", "version, one", "asOf, yesterday"})
    void refusesMomentsThatAreNone(String name, String value) {
        past(name, value).then().statusCode(400).body("errors[0].field", equalTo(name));
    }

    @Test
    void takesOneMomentOnly() {
        as(customer)
                .queryParam("version", 1)
                .queryParam("asOf", "2999-01-01T00:00:00Z")
                .get("/orders/" + order)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("asOf"));
    }

    private Response past(String parameter, String value) {
        return as(customer).queryParam(parameter, value).get("/orders/" + order);
    }

    private Response current() {
        return as(customer).get("/orders/" + order);
    }

    private int version() {
        return current().path("version");
    }

    private Object timelineEnds() {
        return as(customer).get("/orders/" + order + "/timeline").path("last().at");
    }

    private static Map<String, Object> shown(Response answer) {
        return answer.then().statusCode(200).extract().path("");
    }

    /** It is not waited for any more. */
    private static Map<String, Object> over(Map<String, Object> shown) {
        var rest = new HashMap<>(shown);
        assertThat(rest.remove("deadline")).isNotNull();
        return rest;
    }

    private Response patch(String ifMatch, String body) {
        return patch(as(customer), "application/merge-patch+json", ifMatch, body);
    }

    private Response patch(RequestSpecification as, String type, String ifMatch, String body) {
        return as.header("If-Match", ifMatch)
                .contentType(type + "; charset=UTF-8")
                .body(body)
                .patch("/orders/" + order);
    }
}
