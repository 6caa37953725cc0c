package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CommandIT {

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Rows rows;

    private final String customer = Shop.somebody();
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, CANCELLING", "RESERVED, CANCELLING", "CONFIRMED, RECALLING"})
    void beginsToUndoAnOrder(OrderStatus before, OrderStatus after) {
        steps.bring(order, before);

        var answer = post("cancel", "{\"reason\":\"changed my mind\"}");

        answer.then()
                .statusCode(202)
                .header("ETag", "\"" + answer.path("version") + "\"")
                .header("Cache-Control", "private, no-cache")
                .body("status", equalTo(after.name()))
                .body("cancellation.reason", equalTo("changed my mind"))
                .body("cancellation.requestedBy", equalTo("CUSTOMER"))
                .body("cancellation", not(hasKey("refused")))
                .body("_links", not(hasKey("cancel")));
        read().then().body("status", equalTo(after.name())).body("version", equalTo(answer.path("version")));
    }

    @Test
    void cancelsWithoutABody() {
        as(customer)
                .noContentType()
                .post(path("cancel"))
                .then()
                .statusCode(202)
                .body("cancellation.reason", equalTo("customer-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"reason\":null}", "{\"reason\":\" \"}"})
    void cancelsWithoutAReason(String body) {
        post("cancel", body).then().statusCode(202).body("cancellation.reason", equalTo("customer-request"));
    }

    @Test
    void saysThatAnOperatorCancelled() {
        asOperator()
                .noContentType()
                .post(path("cancel"))
                .then()
                .statusCode(202)
                .body("cancellation.requestedBy", equalTo("OPERATOR"));
        asOperator().noContentType().post(path("cancel")).then().statusCode(202);

        asOperator()
                .get("/admin/audit?subject=" + order)
                .then()
                .statusCode(200)
                .body("items.action", contains("order-cancelled"));
    }

    @Test
    void changesNothingWhileTheOrderIsBeingUndone() {
        post("cancel", "{}");

        post("cancel", "{\"reason\":\"again\"}")
                .then()
                .statusCode(202)
                .body("status", equalTo("CANCELLING"))
                .body("version", equalTo(2))
                .body("cancellation.reason", equalTo("customer-request"));
    }

    @Test
    void saysSoIfTheOrderIsCancelledAlready() {
        post("cancel", "{}");
        steps.release(order);

        post("cancel", "{}").then().statusCode(200).body("status", equalTo("CANCELLED"));
    }

    @Test
    void repeatsTheFirstAnswerForItsKey() {
        var first = keyed("{}");
        steps.release(order);
        var second = keyed("{}");

        first.then().statusCode(202).header("Idempotency-Replayed", nullValue());
        second.then().statusCode(202).header("Idempotency-Replayed", "true").header("ETag", first.header("ETag"));
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        keyed("{\"reason\":\"other\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SHIPPED", "DELIVERED"})
    void pointsToReturnsOnceTheParcelHasLeft(OrderStatus status) {
        steps.bring(order, status);
        var before = rows.of(customer);

        problem(post("cancel", "{}"), 409, "not-cancellable")
                .body("orderStatus", equalTo(status.name()))
                .body("_links.returns.href", equalTo("/orders/" + order + "/returns"));
        assertThat(rows.of(customer)).isEqualTo(before);
        read().then().body("_links", not(hasKey("cancel")));
    }

    @Test
    void saysThatACancellationCameTooLate() {
        steps.bring(order, OrderStatus.CONFIRMED);
        post("cancel", "{}");
        steps.dispatch(order);

        read().then()
                .body("status", equalTo("SHIPPED"))
                .body("cancellation.reason", equalTo("customer-request"))
                .body("cancellation.refused", equalTo(true));
    }

    @Test
    void acceptsTheReturnOfADeliveredOrder() {
        steps.bring(order, OrderStatus.DELIVERED);
        read().then().body("_links.returns.href", equalTo("/orders/" + order + "/returns"));

        post("returns", "{\"reason\":\"too small\"}")
                .then()
                .statusCode(202)
                .body("status", equalTo("RETURNING"))
                .body("_links", not(hasKey("returns")));
        problem(post("returns", "{}"), 409, "not-returnable").body("orderStatus", equalTo("RETURNING"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CONFIRMED", "SHIPPED"})
    void refusesTheReturnOfAnOrderThatIsNotDelivered(OrderStatus status) {
        steps.bring(order, status);
        var before = rows.of(customer);

        problem(post("returns", "{}"), 409, "not-returnable").body("orderStatus", equalTo(status.name()));
        assertThat(rows.of(customer)).isEqualTo(before);
        read().then().body("_links", not(hasKey("returns")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "returns"})
    void refusesWhatIsNoCommand(String command) {
        var before = rows.of(customer);

        problem(post(command, "{\"why\":\"x\"}"), 400, "invalid-request").body("errors[0].field", equalTo("why"));
        problem(post(command, "{\"reason\":7}"), 400, "invalid-request").body("errors[0].field", equalTo("reason"));
        problem(post(command, "{\"reason\":\"" + "x".repeat(501) + "\"}"), 400, "invalid-request")
                .body("errors[0].field", equalTo("reason"));
        problem(post(command, "{"), 400, "invalid-request");
        problem(as(customer).contentType("text/plain").body("x").post(path(command)), 415, "unsupported-media-type");
        assertThat(rows.of(customer)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "returns"})
    void leavesAnothersOrderAlone(String command) {
        var before = rows.of(customer);

        problem(as(Shop.somebody()).noContentType().post(path(command)), 404, "not-found");
        problem(as(customer).noContentType().post("/orders/" + UUID.randomUUID() + "/" + command), 404, "not-found");
        problem(as(customer).noContentType().post("/orders/4711/" + command), 404, "not-found");
        problem(given().noContentType().post(path(command)), 401, "unauthenticated");
        assertThat(rows.of(customer)).isEqualTo(before);
        read().then().body("status", equalTo("PENDING"));
    }

    private Response post(String command, String body) {
        return as(customer).contentType("application/json").body(body).post(path(command));
    }

    private Response keyed(String body) {
        return as(customer)
                .header("Idempotency-Key", "\"cancel-" + order + "\"")
                .contentType("application/json")
                .body(body)
                .post(path("cancel"));
    }

    private Response read() {
        return as(customer).get("/orders/" + order);
    }

    private String path(String command) {
        return "/orders/" + order + "/" + command;
    }

    private static ValidatableResponse problem(Response response, int status, String problem) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
    }
}
