package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Correcting an address. */
@QuarkusTest
class ChangeIT extends ChangeFixture {

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

    private ValidatableResponse audited() {
        return asOperator().get("/admin/audit?subject=" + order).then().statusCode(200);
    }

    private int version() {
        return current().path("version");
    }
}
