package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.order;
import static dev.orderflow.order.api.Shop.place;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator stops taking orders for a while. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class IntakeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Rows rows;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @AfterEach
    void openTheIntake() {
        put("{\"open\":true}").then().statusCode(200);
    }

    @Test
    void takesNoOrderUntilItIsOpenAgain() {
        put("{\"open\":false}")
                .then()
                .statusCode(200)
                .body("open", equalTo(false))
                .body("changedAt", notNullValue());

        closed(place(customer, order()));
        closed(keyed("later"));
        assertThat(rows.of(customer)).isEqualTo(Rows.Traces.NONE);

        put("{\"open\":true}").then().statusCode(200).body("open", equalTo(true));
        keyed("later").then().statusCode(201);
    }

    /** Alerts leave out what operators have refused. */
    @Test
    void tellsWhetherItIsOpen() {
        var gauge = metrics.get("orderflow.order.intake.open").gauge();

        put("{\"open\":false}");
        assertThat(gauge.value()).isZero();

        put("{\"open\":true}");
        assertThat(gauge.value()).isOne();
    }

    /** It took effect; only its answer may have been lost. */
    @Test
    void repeatsTheAnswerOfAnOrderThatWasTakenBefore() {
        var first = keyed("before");
        put("{\"open\":false}");

        var second = keyed("before");

        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    }

    @Test
    void goesOnWithOrdersThatWereTakenBefore() {
        var order = placed(customer);
        put("{\"open\":false}");

        steps.bring(order, OrderStatus.DELIVERED);

        as(customer)
                .noContentType()
                .post("/orders/" + order + "/returns")
                .then()
                .statusCode(202);
    }

    @Test
    void followsWhatAnotherReplicaWasTold() {
        put("{\"open\":false}");
        put("{\"open\":true}");

        database.execute("UPDATE switch SET is_on = false, version = version + 1 WHERE name = 'intake'");
        await().atMost(PATIENCE).until(() -> place(customer, order()).statusCode() == 503);
        asOperator().get("/admin/intake").then().statusCode(200).body("open", equalTo(false));

        database.execute("UPDATE switch SET is_on = true, version = version + 1 WHERE name = 'intake'");
        await().atMost(PATIENCE).until(() -> place(customer, order()).statusCode() == 201);
    }

    @Test
    void auditsWhatChangesAnything() {
        var start = Instant.parse(database.value(
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', " + "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        put("{\"open\":true}");
        put("{\"open\":false}");
        put("{\"open\":false}");
        put("{\"open\":true}");

        asOperator()
                .get("/admin/audit?subject=intake&from=" + start)
                .then()
                .body("items", hasSize(2))
                .body("items[0].action", equalTo("intake-opened"))
                .body("items[1].action", equalTo("intake-closed"))
                .body("items[1].actor", equalTo("ops-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | open",
                "{\"open\":null} | open",
                "{\"open\":\"no\"} | open",
                "{\"open\":0} | open",
                "{\"open\":false,\"until\":\"noon\"} | until"
            })
    void refusesWhatIsNoWish(String body, String field) {
        problem(put(body), 400, "invalid-request").body("errors[0].field", equalTo(field));

        place(customer, order()).then().statusCode(201);
    }

    @Test
    void obeysOperatorsOnly() {
        var wish = "{\"open\":false}";
        problem(as(customer).contentType("application/json").body(wish).put("/admin/intake"), 403, "forbidden");
        problem(given().contentType("application/json").body(wish).put("/admin/intake"), 401, "unauthenticated");
        problem(as(customer).get("/admin/intake"), 403, "forbidden");

        place(customer, order()).then().statusCode(201);
    }

    @Test
    void explainsItsProblem() {
        given().get("/problems/intake-closed").then().statusCode(200);
    }

    private static void closed(Response response) {
        problem(response, 503, "intake-closed").header("Retry-After", "30");
    }

    private Response keyed(String key) {
        return as(customer)
                .header("Idempotency-Key", "\"" + key + "\"")
                .contentType("application/json")
                .body(order().encode())
                .post("/orders");
    }

    private static Response put(String body) {
        return asOperator().contentType("application/json").body(body).put("/admin/intake");
    }

    private static ValidatableResponse problem(Response response, int status, String problem) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
    }
}
