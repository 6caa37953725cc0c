package dev.orderflow.inventory.api;

import static dev.orderflow.inventory.domain.Orders.of;
import static dev.orderflow.inventory.testing.Operator.adjust;
import static dev.orderflow.inventory.testing.Operator.request;
import static dev.orderflow.inventory.testing.Operator.stock;
import static dev.orderflow.inventory.testing.Operator.stocked;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.inventory.domain.Orders;
import dev.orderflow.inventory.testing.OrderService;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StockIT {

    @Test
    void countsGoodsInAndOut() {
        var sku = stocked("crate", 10);

        adjust(sku, -3)
                .then()
                .statusCode(200)
                .body("sku", equalTo(sku))
                .body("onHand", equalTo(7))
                .body("reserved", equalTo(0))
                .body("available", equalTo(7))
                .body("version", equalTo(2));
        assertThat(stock(sku)).isEqualTo("7 0 7");
    }

    @Test
    void refusesToCountOutWhatIsPromised() {
        var sku = stocked("crate", 10);
        reserve(sku, 4);

        adjust(sku, -7)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/insufficient-stock"))
                .body("available", equalTo(6));
        adjust(sku, -6).then().statusCode(200).body("available", equalTo(0));
    }

    @Test
    void takesEffectOncePerIdempotencyKey() {
        var sku = stocked("crate", 10);
        var key = UUID.randomUUID().toString();

        var first = keyed(sku, key, 5);
        var second = keyed(sku, key, 5);
        var other = keyed(sku, key, 6);

        first.then().statusCode(200).body("onHand", equalTo(15));
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        refused(other, 422);
        assertThat(stock(sku)).isEqualTo("15 0 15");
    }

    @Test
    void decidesARefusalAgain() {
        var sku = stocked("crate", 1);
        var key = UUID.randomUUID().toString();

        refused(keyed(sku, key, -2), 409);
        adjust(sku, 1).then().statusCode(200);

        keyed(sku, key, -2).then().statusCode(200).body("onHand", equalTo(0));
    }

    @Test
    void losesNoAdjustmentOfMany() {
        var sku = stocked("crate", 0);

        var versions = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> adjust(sku, n).jsonPath().getInt("version"), Executors.newVirtualThreadPerTaskExecutor()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(versions).doesNotHaveDuplicates().hasSize(20);
        assertThat(stock(sku)).isEqualTo("210 0 210");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"delta\": 1}",
                "{\"delta\": 1, \"reason\": \" \"}",
                "{\"reason\": \"counted\"}",
                "{\"delta\": 0, \"reason\": \"counted\"}",
                "{\"delta\": 10000000000, \"reason\": \"counted\"}",
                "{\"delta\": 1000000001, \"reason\": \"counted\"}",
                "{\"delta\": -1000000001, \"reason\": \"counted\"}",
                "{\"delta\": 1.5, \"reason\": \"counted\"}",
                "{\"delta\": \"1\", \"reason\": \"counted\"}",
                "{\"delta\": 1, \"reason\": 1}",
                "{\"delta\": 1, \"reason\": \"counted\", \"sku\": \"x\"}"
            })
    void refusesAnAdjustmentThatIsNotValid(String body) {
        var sku = stocked("crate", 1);

        refused(request().body(body).post("/stock/" + sku + "/adjustments"), 400);
        assertThat(stock(sku)).isEqualTo("1 0 1");
    }

    @Test
    void knowsWhoMayDoWhat() {
        var sku = stocked("crate", 1);
        var body = "{\"delta\": 1, \"reason\": \"mine\"}";

        given().get("/stock/" + sku).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        refused(given().auth().oauth2(Tokens.customer("c-1")).get("/stock/" + sku), 403);
        refused(
                given().auth()
                        .oauth2(Tokens.customer("c-1"))
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/stock/" + sku + "/adjustments"),
                403);
        refused(given().contentType(ContentType.JSON).body(body).post("/stock/" + sku + "/adjustments"), 401);
    }

    @Test
    void answersWhatHttpAsksOfIt() {
        refused(request().get("/stock/unheard-of"), 404);
        refused(adjust("unheard-of", 1), 404);
        refused(request().contentType("text/plain").body("1").post("/stock/x/adjustments"), 415);
        refused(request().put("/stock/x"), 405);
    }

    private static void reserve(String sku, int pieces) {
        try (var orders = new OrderService()) {
            orders.publish(Orders.order().placed(of(sku, pieces)));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> request().get("/stock/" + sku).jsonPath().getInt("reserved") == pieces);
    }

    private static Response keyed(String sku, String key, int delta) {
        return request()
                .header("Idempotency-Key", key)
                .body("{\"delta\": %d, \"reason\": \"counted\"}".formatted(delta))
                .post("/stock/" + sku + "/adjustments");
    }

    private static void refused(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
