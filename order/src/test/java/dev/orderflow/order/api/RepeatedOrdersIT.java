package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.api.Rows.Traces;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One key, one order. */
@QuarkusTest
class RepeatedOrdersIT {

    private static final int MANY = 100;

    @Inject
    Shop shop;

    @Inject
    Rows rows;

    @TestHTTPResource("/orders")
    URI orders;

    private final String customer = Shop.somebody();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @Test
    void answersARepeatedRequestByteForByte() {
        var first = post(order());
        var second = post(order());

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"))
                .header("Cache-Control", "private, no-cache")
                .contentType(first.contentType());
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(rows.of(customer)).isEqualTo(new Traces(1, 1, 1));
    }

    @Test
    void refusesAnotherOrderWithTheSameKey() {
        post(order());

        post(order(Shop.MUG, 2))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(rows.of(customer)).isEqualTo(new Traces(1, 1, 1));
    }

    @Test
    void decidesARefusedOrderAgain() {
        var sku = "api-" + UUID.randomUUID();
        post(order(sku, 1)).then().statusCode(422);
        Wire.publish(Shop.product(sku, "New", Money.of("1.00", "EUR"), true, 1));
        shop.awaitProduct(sku, 1);

        post(order(sku, 1)).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void makesOneOrderOfAHundredEqualRequestsAtOnce() throws Exception {
        var request = HttpRequest.newBuilder(orders)
                .header("Authorization", "Bearer " + Tokens.customer(customer))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(order().encode()))
                .build();

        var answers = atOnce(request);

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers).filteredOn(answer -> !isReplay(answer)).hasSize(1);
        assertThat(rows.of(customer)).isEqualTo(new Traces(1, 1, 1));
    }

    private static List<HttpResponse<String>> atOnce(HttpRequest request) throws Exception {
        var start = new CyclicBarrier(MANY);
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<HttpResponse<String>> call = () -> {
                start.await();
                return untilAnswered(client, request);
            };
            var running =
                    Stream.generate(() -> call).limit(MANY).map(clients::submit).toList();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /** As a client does: while the first request runs, or the service has no time, it asks again. */
    private static HttpResponse<String> untilAnswered(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == 409 || answer.statusCode() == 503) {
            assertThat(new JsonObject(answer.body()).getString("type"))
                    .isIn("/problems/request-in-progress", "/problems/unavailable");
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        return answer;
    }

    private static boolean isReplay(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed").orElse("").equals("true");
    }

    private Response post(JsonObject order) {
        return as(customer)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(order.encode())
                .post("/orders");
    }
}
