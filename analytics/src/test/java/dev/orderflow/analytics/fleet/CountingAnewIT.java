package dev.orderflow.analytics.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.analytics.testing.AnOrder;
import dev.orderflow.analytics.testing.Broker;
import dev.orderflow.analytics.testing.Packaged;
import dev.orderflow.analytics.testing.Records;
import dev.orderflow.devservices.testing.Tokens;
import io.restassured.response.Response;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packaged replicas of a new generation, on topics that hold events already: nobody is told a part of what there was. */
class CountingAnewIT {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int ORDERS = 4_000;
    private static final int MORE = 400;

    /** Nobody else's orders of this JVM's broker are that old. */
    private static final Instant THEN = Instant.parse("2026-01-09T04:05:06.789Z");

    private static final AtomicInteger TESTS = new AtomicInteger();

    @TempDir
    Path directory;

    /** Each test has a minute of its own. */
    private final Instant then = THEN.plus(TESTS.getAndIncrement(), ChronoUnit.MINUTES);

    /** How many orders were told of. */
    private final TreeSet<Integer> told = new TreeSet<>();

    private int refusals;

    @Test
    void answersNothingUntilAllIsCountedThatThereWas() {
        var orders = orders(ORDERS);
        publish(orders);
        try (var one = new Packaged(directory)) {
            awaitTold(ORDERS, one);
            assertThat(told).containsExactly(ORDERS);
            assertThat(refusals).as("asked before it was done").isPositive();
            assertThat(placed(one, orders.getLast())).isOne();
            await().atMost(SOON).until(() -> unfinished(one) == 0);

            publish(orders(MORE));
            goesOnAnswering(one);
        }
        told.clear();
        try (var another = new Packaged(directory)) {
            awaitTold(ORDERS + MORE, another);
            assertThat(told.first()).as("what was whole stays so").isGreaterThanOrEqualTo(ORDERS);
        }
    }

    @Test
    void noReplicaAnswersWhileAnotherCounts() {
        publish(orders(ORDERS));
        try (var one = new Packaged(directory);
                var other = new Packaged(directory)) {
            awaitTold(ORDERS, one, other);
            assertThat(told).containsExactly(ORDERS);
        }
    }

    /** It is behind, as it may be at any time. */
    private void goesOnAnswering(Packaged replica) {
        int before = refusals;
        awaitTold(ORDERS + MORE, replica);
        assertThat(refusals).isEqualTo(before);
        assertThat(told.first()).isGreaterThanOrEqualTo(ORDERS);
    }

    private void awaitTold(int orders, Packaged... replicas) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(ConnectException.class)
                .until(
                        () -> Stream.of(replicas)
                                .map(replica -> take(ask(replica, minute())))
                                .toList(),
                        answers -> answers.stream().allMatch(answer -> answer == orders));
    }

    /** How many orders it tells of; -1 if it tells nothing. */
    private int take(Response answer) {
        if (answer.statusCode() == 503) {
            refusals++;
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotNull();
            return -1;
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        var minutes = answer.jsonPath().getList("items.placed", Integer.class);
        int placed = minutes.isEmpty() ? 0 : minutes.getFirst();
        told.add(placed);
        return placed;
    }

    private static int placed(Packaged replica, AnOrder order) {
        var answer = await().atMost(SOON)
                .until(() -> ask(replica, "/analytics/customers/" + order.customer()), it -> it.statusCode() == 200);
        return answer.jsonPath().getInt("placed");
    }

    private static int unfinished(Packaged replica) {
        return given().baseUri(replica.url().toString())
                .get("/q/health/ready")
                .jsonPath()
                .getInt("checks.find { it.name == 'streams' }.data.unfinished");
    }

    private List<AnOrder> orders(int many) {
        return IntStream.range(0, many).mapToObj(_ -> AnOrder.placedAt(then)).toList();
    }

    private void publish(List<AnOrder> orders) {
        try (var broker = new Broker()) {
            broker.publish(orders.stream().flatMap(this::life).toList());
        }
    }

    private Stream<ProducerRecord<String, byte[]>> life(AnOrder order) {
        return Stream.of(Records.record(order.placed(), then), Records.record(order.confirmed(), then.plusMillis(5)));
    }

    private String minute() {
        return "/analytics/minutes?from=" + then + "&to="
                + then.plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Response ask(Packaged replica, String path) {
        return given().baseUri(replica.url().toString())
                .auth()
                .oauth2(Tokens.operator("olga"))
                .get(path);
    }
}
