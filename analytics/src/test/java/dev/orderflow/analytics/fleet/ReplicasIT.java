package dev.orderflow.analytics.fleet;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.analytics.testing.AnOrder;
import dev.orderflow.analytics.testing.Broker;
import dev.orderflow.analytics.testing.Packaged;
import dev.orderflow.analytics.testing.Records;
import dev.orderflow.contracts.Event;
import dev.orderflow.devservices.testing.Tokens;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged replicas on a real broker: each knows the whole, also while one is killed and its share is moved. */
class ReplicasIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int ORDERS = 60;

    /** Nobody else's orders of this JVM's broker are that old. */
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.789Z");

    @TempDir
    Path directory;

    @Test
    void eachReplicaKnowsTheWhole() {
        try (var broker = new Broker();
                var one = new Packaged(directory);
                var other = new Packaged(directory)) {
            var orders = orders();
            var life = orders.stream().flatMap(order -> life(order).stream()).toList();
            broker.publish(life);
            broker.publish(life.subList(100, 250));
            awaitWhole(one, ORDERS);
            awaitWhole(other, ORDERS);
            // A group may be moving a share just then, and answers 503 meanwhile.
            await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
                bothHaveAShare(one, other);
                sameFigures(one, other);
            });
            customersSeeTheirOwn(one, other, orders.getFirst());

            other.kill();
            var more = orders();
            broker.publish(more.stream().flatMap(order -> life(order).stream()).toList());
            broker.publish(life);
            awaitWhole(one, 2 * ORDERS);
            more.forEach(order -> awaitCustomer(one, order));
        }
    }

    /** Else nothing was put together. */
    private static void bothHaveAShare(Packaged one, Packaged other) {
        var shares = Stream.of(one, other)
                .map(replica -> ask(replica.url(), "/internal/figures?first=minute/&last=minute0"))
                .map(share -> share.jsonPath().getList("partitions", Integer.class))
                .toList();
        assertThat(shares).noneMatch(List::isEmpty);
        assertThat(shares.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 12).boxed().toList());
    }

    private static void sameFigures(Packaged one, Packaged other) {
        for (var path :
                List.of(minutes(), "/analytics/cancellations", "/analytics/latencies", "/analytics/best-sellers")) {
            var figures = ask(one.url(), path);
            assertThat(figures.statusCode()).as(path).isEqualTo(200);
            assertThat(figures.asString())
                    .as(path)
                    .isEqualTo(ask(other.url(), path).asString());
        }
    }

    private static void customersSeeTheirOwn(Packaged one, Packaged other, AnOrder order) {
        for (var replica : List.of(one, other)) {
            awaitCustomer(replica, order);
            assertThat(as(Tokens.customer(order.customer()), replica.url(), customer(order))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(as(Tokens.customer("somebody-else"), replica.url(), customer(order))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private static void awaitWhole(Packaged replica, int orders) {
        var expected = Map.of("placed", orders, "confirmed", orders, "delivered", orders, "cancelled", 0);
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            var answer = ask(replica.url(), minutes());
            assertThat(answer.statusCode()).isEqualTo(200);
            var minute = answer.jsonPath().<String, Object>getMap("items[0]");
            assertThat(expected.keySet().stream().collect(toMap(name -> name, minute::get)))
                    .isEqualTo(expected);
            assertThat(ask(replica.url(), "/analytics/best-sellers").jsonPath().getInt("items[0].quantity"))
                    .isEqualTo(2 * orders);
        });
    }

    private static void awaitCustomer(Packaged replica, AnOrder order) {
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
            var pattern = ask(replica.url(), customer(order));
            assertThat(pattern.statusCode()).isEqualTo(200);
            assertThat(pattern.jsonPath().getInt("delivered")).isOne();
            assertThat(pattern.jsonPath().getString("spent[0].amount")).isEqualTo("24.90");
        });
    }

    private static List<AnOrder> orders() {
        return IntStream.range(0, ORDERS)
                .mapToObj(_ -> AnOrder.placedAt(THEN).of("only-here"))
                .toList();
    }

    private static List<ProducerRecord<String, byte[]>> life(AnOrder order) {
        var events = List.<Event>of(
                order.placed(), order.paymentRequested(), order.confirmed(), order.shipped(), order.delivered());
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        events.forEach(event -> records.add(Records.record(event, THEN.plusMillis(10L * records.size()))));
        return records;
    }

    private static String minutes() {
        return "/analytics/minutes?from=" + THEN + "&to=" + THEN.plus(1, ChronoUnit.MINUTES);
    }

    private static String customer(AnOrder order) {
        return "/analytics/customers/" + order.customer();
    }

    private static Response ask(URI replica, String path) {
        return as(Tokens.operator("olga"), replica, path);
    }

    private static Response as(String token, URI replica, String path) {
        return given().baseUri(replica.toString()).auth().oauth2(token).get(path);
    }
}
