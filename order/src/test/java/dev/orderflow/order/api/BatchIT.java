package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many orders in one request. */
@QuarkusTest
class BatchIT {

    @Inject
    Shop shop;

    @Inject
    Rows rows;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void decidesEachOrderByItselfAndAnswersInTheirOrder() {
        var dear = Shop.order(Shop.LAMP, 2);
        var unknown = Shop.order("nothing-of-ours", 1);
        var malformed = Shop.order().put("price", 1);

        send("mixed", Shop.order(), unknown, malformed, dear)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("$", hasSize(4))
                .body("status", equalTo(List.of(201, 422, 400, 201)))
                .body("[0].order.status", equalTo("PENDING"))
                .body("[0].order.total.amount", equalTo("14.90"))
                .body("[0].problem", nullValue())
                .body("[0].replayed", nullValue())
                .body("[1].order", nullValue())
                .body("[1].problem.type", equalTo("/problems/unknown-product"))
                .body("[1].problem.skus", equalTo(List.of("nothing-of-ours")))
                .body("[1].problem.instance", equalTo("/orders/batch"))
                .body("[1].problem.traceId", notNullValue())
                .body("[2].problem.type", equalTo("/problems/invalid-request"))
                .body("[2].problem.errors[0].field", equalTo("price"))
                .body("[3].order.total.amount", equalTo("259.80"));

        assertThat(rows.of(customer).orders()).isEqualTo(2);
    }

    @Test
    void givesTheFirstAnswersToTheSameBatch() {
        List<Object> first =
                send("again", Shop.order(), Shop.order(Shop.LAMP, 1)).path("order");

        send("again", Shop.order(), Shop.order(Shop.LAMP, 1))
                .then()
                .body("order", equalTo(first))
                .body("replayed", equalTo(List.of(true, true)));
        assertThat(rows.of(customer).orders()).isEqualTo(2);
    }

    @Test
    void refusesAnEntryThatIsAnotherUnderTheSameKey() {
        send("other", Shop.order(), Shop.order());

        send("other", Shop.order(), Shop.order(Shop.LAMP, 1))
                .then()
                .body("status", equalTo(List.of(201, 422)))
                .body("[1].problem.type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void takesAHundredAndNoMore() {
        send("hundred", Collections.nCopies(100, Shop.order()).toArray(JsonObject[]::new))
                .then()
                .statusCode(200)
                .body("status", equalTo(Collections.nCopies(100, 201)));
        assertThat(rows.of(customer).orders()).isEqualTo(100);

        send("too-many", Collections.nCopies(101, Shop.order()).toArray(JsonObject[]::new))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "[", "7"})
    void refusesWhatIsNoBatch(String body) {
        as(customer)
                .contentType("application/json")
                .body(body)
                .post("/orders/batch")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"order\"", "[]", "{}"})
    void refusesAnEntryThatIsNoOrderAlone(String entry) {
        as(customer)
                .contentType("application/json")
                .body("[" + entry + "," + Shop.order().encode() + "]")
                .post("/orders/batch")
                .then()
                .statusCode(200)
                .body("status", equalTo(List.of(400, 201)))
                .body("[0].problem.errors", notNullValue());
    }

    @Test
    void saysHowLongToWaitWhenNoneIsTaken() {
        intake(false);
        try {
            send("closed", Shop.order(), Shop.order())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(List.of(503, 503)))
                    .body("retryAfter", everyItem(greaterThan(0)));
        } finally {
            intake(true);
        }
        send("closed", Shop.order(), Shop.order()).then().body("status", equalTo(List.of(201, 201)));
    }

    private static void intake(boolean open) {
        asOperator()
                .contentType("application/json")
                .body(new JsonObject().put("open", open).encode())
                .put("/admin/intake")
                .then()
                .statusCode(200);
    }

    @Test
    void isForCustomersOnly() {
        asOperator()
                .contentType("application/json")
                .body(new JsonArray().add(Shop.order()).encode())
                .post("/orders/batch")
                .then()
                .statusCode(403);
    }

    private Response send(String key, JsonObject... orders) {
        return as(customer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(new JsonArray(List.of(orders)).encode())
                .post("/orders/batch");
    }
}
