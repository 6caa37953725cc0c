package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;

/** A customer's order whose saga may get stuck, and the operator who pulls its levers. */
abstract class SagaFixture {

    static final String LOST = "{\"outcome\":\"CANCELLED\",\"reason\":\"the stock was counted by hand\"}";

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Desk desk;

    @Inject
    Database database;

    final String customer = Shop.somebody();
    UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

    /** Nobody undoes the cancellation in time. */
    void getStuck() {
        if (desk.find(order).status() == OrderStatus.PENDING) {
            cancel();
        }
        database.execute("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ?", order);
        Awaitility.await("stuck")
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.find(order).progress().stuck());
    }

    void cancel() {
        as(customer).noContentType().post("/orders/" + order + "/cancel").then().statusCode(202);
    }

    List<String> listed(String state) {
        return pages("/admin/sagas?limit=200&state=" + state, "items.orderId");
    }

    static List<String> pages(String first, String values) {
        List<String> seen = new ArrayList<>();
        for (String next = first; next != null; ) {
            var page = asOperator()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList(values, String.class));
            next = page.path("next");
        }
        return seen;
    }

    ValidatableResponse audited(String action) {
        return asOperator()
                .get("/admin/audit?subject=" + order + "&action=" + action)
                .then()
                .statusCode(200);
    }

    Response operator(String command, String body) {
        return post(asOperatorOn(order + command), body);
    }

    Response keyed(String command, String key, String body) {
        var request = asOperatorOn(order + command);
        request.header("Idempotency-Key", "\"" + key + "\"");
        return post(request, body);
    }

    static RequestSpecification asOperatorOn(String saga) {
        return asOperator().basePath("/admin/sagas/" + saga);
    }

    static Response post(RequestSpecification request, String body) {
        return body.isEmpty()
                ? request.noContentType().post()
                : request.contentType("application/json").body(body).post();
    }

    static ValidatableResponse problem(Response response, int status, String problem) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
    }
}
