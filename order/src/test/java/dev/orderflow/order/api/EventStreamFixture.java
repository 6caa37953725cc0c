package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A customer's order and its followers, of whom none is left at the end of a test. */
abstract class EventStreamFixture {

    static final int PER_CALLER = 20;
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestHTTPResource
    URI home;

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Database database;

    final String customer = Shop.somebody();
    final List<EventSource> sources = new ArrayList<>();
    UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

    /** Also of readers that went away without a word. */
    @AfterEach
    void everyStreamIsForgotten() {
        sources.forEach(EventSource::close);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(openStreams()).isZero());
    }

    EventSource follow(String... headers) {
        return followAt("", headers);
    }

    EventSource followAt(String query, String... headers) {
        var all = Stream.concat(Stream.of("Authorization", "Bearer " + Tokens.customer(customer)), Stream.of(headers))
                .toArray(String[]::new);
        return open(query, all);
    }

    EventSource open(String query, String... headers) {
        var source = EventSource.open(home.resolve(path() + query), headers);
        sources.add(source);
        return source;
    }

    String path() {
        return "/orders/" + order + "/events";
    }

    static long openStreams() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("orderflow_order_event_streams "))
                .mapToLong(line -> Math.round(Double.parseDouble(line.split(" ")[1])))
                .sum();
    }
}
