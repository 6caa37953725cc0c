package dev.orderflow.analytics.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.analytics.testing.AnOrder;
import dev.orderflow.analytics.testing.Broker;
import dev.orderflow.analytics.testing.Records;
import dev.orderflow.contracts.Event;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FiguresApiIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Each test has an hour of its own. */
    private static final Instant HOUR = Instant.parse("2026-04-05T06:00:00Z");

    @Test
    void tellsMinutesOldestFirstAndLeavesOutThoseWithoutOrders() {
        var order = AnOrder.placedAt(HOUR);
        publish(HOUR, order.placed(), order.paymentRequested(), order.confirmed());
        publish(HOUR.plusSeconds(180), order.shipped(), order.delivered());

        var span = "/analytics/minutes?from=2026-04-05T06:00:30Z&to=2026-04-05T07:00:00Z";
        awaitFigures(span, "items.size()", 2);
        operator()
                .get(span)
                .then()
                .statusCode(200)
                .body("items.minute", contains("2026-04-05T06:00:00Z", "2026-04-05T06:03:00Z"))
                .body("items.placed", contains(1, 0))
                .body("items.confirmed", contains(1, 0))
                .body("items.delivered", contains(0, 1))
                .body("items[0].revenue.size()", is(0))
                .body("items[1].revenue[0].amount", equalTo("24.90"))
                .body("items[1].revenue[0].currency", equalTo("EUR"));
        operator()
                .get("/analytics/minutes?from=2026-04-05T06:00:00Z&to=2026-04-05T06:03:00Z")
                .then()
                .body("items.minute", contains("2026-04-05T06:00:00Z"));
    }

    @Test
    void tellsTheLastHourUnlessAskedForAnother() {
        var order = AnOrder.placedAt(Instant.now());
        publish(Instant.now(), order.placed());
        awaitFigures("/analytics/minutes", "items.placed.sum()", 1);
    }

    @Test
    void tellsReasonsLatenciesAndBestSellers() {
        var order = AnOrder.placedAt(HOUR.plusSeconds(3600)).of("best-seller");
        var lost = order.again(HOUR.plusSeconds(3600));
        publish(HOUR.plusSeconds(3600), order.placed(), order.delivered());
        publish(HOUR.plusSeconds(3600), lost.placed(), lost.cancelled("undeliverable", "SYSTEM", 1));

        awaitFigures("/analytics/cancellations", "items.find { it.reason == 'undeliverable' }.orders", 1);
        awaitFigures("/analytics/best-sellers", "items.find { it.sku == 'best-seller' }.quantity", 2);
        operator()
                .get("/analytics/latencies")
                .then()
                .body("items.step", hasItem("placed-delivered"))
                .body("items.find { it.step == 'placed-delivered' }.p50Millis", greaterThan(0));
        operator().get("/analytics/best-sellers?limit=1").then().body("items.size()", is(1));
    }

    @Test
    void aCustomerSeesTheirOwnPatternAndNobodyElses() {
        var order = AnOrder.placedAt(HOUR.plusSeconds(7200));
        publish(HOUR.plusSeconds(7200), order.placed(), order.delivered(), order.returnClosed());
        var path = "/analytics/customers/" + order.customer();

        awaitFigures(path, "returned", 1);
        as(Tokens.customer(order.customer()))
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"))
                .body("customerId", equalTo(order.customer()))
                .body("placed", is(1))
                .body("spent[0].amount", equalTo("24.90"))
                .body("refunded[0].amount", equalTo("24.90"))
                .body("firstOrderAt", equalTo("2026-04-05T08:00:00Z"))
                .body("placedByWeekday.SUNDAY", is(1));
        as(Tokens.customer("somebody-else"))
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void whoWasErasedLooksLikeWhoNeverOrdered() {
        var order = AnOrder.placedAt(HOUR.plusSeconds(10_800));
        var path = "/analytics/customers/" + order.customer();
        publish(HOUR.plusSeconds(10_800), order.placed());
        awaitFigures(path, "placed", 1);

        publish(Instant.now(), order.erased(Instant.now()));

        awaitFigures(path, "placed", 0);
        operator().get(path).then().body("firstOrderAt", nullValue()).body("erasedAt", nullValue());
        operator().get("/analytics/customers/nobody").then().statusCode(200).body("placed", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/minutes?from=yesterday, from",
        "/analytics/minutes?to=2026-13-01T00:00:00Z, to",
        "/analytics/minutes?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, from",
        "/analytics/minutes?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:01Z, from",
        "/analytics/best-sellers?limit=0, limit",
        "/analytics/best-sellers?limit=201, limit",
        "/analytics/cancellations?since=ever, since",
        "/internal/figures, first"
    })
    void refusesWhatItDoesNotUnderstand(String path, String field) {
        operator()
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field", contains(field));
    }

    private static void awaitFigures(String path, String figure, int expected) {
        await().atMost(SOON).untilAsserted(() -> {
            var answer = operator().get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(JsonPath.from(answer.asString()).<Object>get(figure)).isEqualTo(expected);
        });
    }

    /** A second between them. */
    private static void publish(Instant at, Event... events) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        List.of(events).forEach(event -> records.add(Records.record(event, at.plusSeconds(records.size()))));
        try (var broker = new Broker()) {
            broker.publish(records);
        }
    }

    private static RequestSpecification operator() {
        return as(Tokens.operator("olga"));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
