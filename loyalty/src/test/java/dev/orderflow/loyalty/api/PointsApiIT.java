package dev.orderflow.loyalty.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.Event;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.loyalty.testing.AnOrder;
import dev.orderflow.loyalty.testing.Broker;
import dev.orderflow.loyalty.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PointsApiIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    Rows rows;

    private final AnOrder order = AnOrder.some();

    @Test
    void tellsWhatACustomerHasAndWhy() {
        var returned = order.again().of("100.00", "EUR");
        handled(order.delivered(), returned.delivered(), returned.returnClosed());

        me().get("/points")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"))
                .body("customerId", equalTo(order.customer()))
                .body("balance", is(25));
        me().get("/points/movements")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("items.kind", contains("TAKEN_BACK", "EARNED", "EARNED"))
                .body("items.points", contains(-100, 100, 25))
                .body(
                        "items.orderId",
                        contains(
                                returned.id().toString(),
                                returned.id().toString(),
                                order.id().toString()))
                .body("next", nullValue());
    }

    @Test
    void whoNeverEarnedHasNone() {
        me().get("/points").then().statusCode(200).body("balance", is(0));
        me().get("/points/movements").then().statusCode(200).body("items.size()", is(0));
    }

    @Test
    void anOperatorSeesAnybodysAndElseTheirOwn() {
        handled(order.delivered());

        as(Tokens.operator("olga"))
                .queryParam("customerId", order.customer())
                .get("/points")
                .then()
                .statusCode(200)
                .body("customerId", equalTo(order.customer()))
                .body("balance", is(25));
        as(Tokens.operator("olga"))
                .queryParam("customerId", order.customer())
                .get("/points/movements")
                .then()
                .statusCode(200)
                .body("items.points", contains(25));
        as(Tokens.operator("olga"))
                .get("/points")
                .then()
                .body("customerId", equalTo("olga"))
                .body("balance", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/points", "/points/movements"})
    void nobodySeesAnothersPoints(String path) {
        as(Tokens.customer("somebody-else"))
                .queryParam("customerId", order.customer())
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", containsString("another customer's points"));
        me().queryParam("customerId", order.customer()).get(path).then().statusCode(200);
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/points?limit=5, limit",
        "/points/movements?limit=0, limit",
        "/points/movements?limit=201, limit",
        "/points/movements?cursor=nonsense, cursor",
        "/points/movements?customer=bob, customer"
    })
    void refusesWhatItDoesNotUnderstand(String path, String field) {
        me().get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field", contains(field));
    }

    @Test
    void pagesThroughAllMovementsOnceAlsoThoseOfOneMoment() {
        var at = Instant.parse("2026-03-04T05:06:07.890123Z");
        try (var broker = new Broker()) {
            var sent = IntStream.range(0, 7)
                    .mapToObj(each -> Broker.record(order.again().delivered(), at))
                    .toList();
            broker.publishAgain(sent)
                    .forEach(record -> await().atMost(SOON).until(() -> rows.isHandled(Broker.id(record))));
            var expected = sent.stream()
                    .map(record -> Broker.id(record).toString())
                    .toList()
                    .reversed();

            assertThat(ids("/points/movements?limit=3")).isEqualTo(expected);
        }
    }

    private List<String> ids(String first) {
        var all = new ArrayList<String>();
        for (var path = first; path != null; ) {
            var page = me().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeBetween(1, 3);
            all.addAll(page.getList("items.id"));
            path = page.getString("next");
        }
        return all;
    }

    private void handled(Event... events) {
        try (var broker = new Broker()) {
            for (var event : events) {
                var id = Broker.id(broker.publish(event).getFirst());
                await().atMost(SOON).until(() -> rows.isHandled(id));
            }
        }
    }

    private RequestSpecification me() {
        return as(Tokens.customer(order.customer()));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
