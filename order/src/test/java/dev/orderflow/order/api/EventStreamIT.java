package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following an order while it goes on. */
@QuarkusTest
class EventStreamIT {

    private static final int PER_CALLER = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOOK = "unnest($1::uuid[], $2::bigint[]) AS seen";

    @TestHTTPResource
    URI home;

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Database database;

    private final String customer = Shop.somebody();
    private final List<EventSource> sources = new ArrayList<>();
    private UUID order;

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

    @Test
    void tellsWhatHasHappenedAndThenWhatHappensUntilNothingFollows() {
        var source = follow();
        assertThat(source.atLeast(1)).hasSize(1);

        steps.bring(order, OrderStatus.DELIVERED);

        var events = source.all();
        assertThat(source.status()).isEqualTo(200);
        assertThat(new JsonArray(events.stream().map(EventSource.Event::data).toList()))
                .isEqualTo(new JsonArray(as(customer)
                        .get("/orders/" + order + "/timeline")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.version()).isEqualTo(event.data().getLong("version"));
            assertThat(event.name()).isEqualTo(event.data().getString("event"));
        });
    }

    @Test
    void saysThatNothingFollowsToWhoComesBackToAFinishedOrder() {
        steps.bring(order, OrderStatus.DELIVERED);
        var events = follow().all();

        assertThat(versions(events)).isEqualTo(upTo(events.size()));
        assertThat(follow("Last-Event-ID", events.getLast().id()).status()).isEqualTo(204);
        assertThat(follow("Last-Event-ID", events.getLast().id()).all()).isEmpty();
    }

    @Test
    void resumesBehindTheVersionThatTheReaderKnows() {
        steps.bring(order, OrderStatus.RESERVED);
        var known = follow().atLeast(2);

        var resumed = follow("Last-Event-ID", known.get(0).id());
        var asked = followAt("?lastEventId=" + known.get(1).id());
        steps.bring(order, OrderStatus.DELIVERED);

        var all = versions(follow().all());
        assertThat(versions(resumed.all())).isEqualTo(all.subList(1, all.size()));
        assertThat(versions(asked.all())).isEqualTo(all.subList(2, all.size()));
    }

    @Test
    void tellsWhatAnotherReplicaHasCommitted() {
        var model = placed(customer);
        as(customer)
                .contentType("application/json")
                .body("{}")
                .post("/orders/" + model + "/cancel")
                .then()
                .statusCode(202);
        var source = follow();
        source.atLeast(1);

        commitElsewhere(model);

        assertThat(source.atLeast(2).get(1).name())
                .isEqualTo(timelineOf(model).getJsonObject(1).getString("event"));
    }

    /** Readers come while one version after the other is made. */
    @Test
    void missesNothingAndRepeatsNothingBetweenHistoryAndLive() {
        int versions = 60;
        var changing = CompletableFuture.runAsync(
                () -> LongStream.range(1, versions).forEach(this::change), Thread::startVirtualThread);
        var readers = new ArrayList<EventSource>();
        while (!changing.isDone() && readers.size() < PER_CALLER) {
            var reader = follow();
            reader.atLeast(1);
            readers.add(reader);
        }
        changing.join();

        assertThat(readers)
                .isNotEmpty()
                .allSatisfy(
                        reader -> assertThat(versions(reader.atLeast(versions))).isEqualTo(upTo(versions)));
    }

    @Test
    void letsATicketInOnce() {
        String ticket =
                as(customer).post("/tickets").then().statusCode(201).extract().path("ticket");

        var source = open("?ticket=" + ticket);

        assertThat(source.atLeast(1)).hasSize(1);
        assertThat(open("?ticket=" + ticket).status()).isEqualTo(401);
        assertThat(source.isOpen()).isTrue();
    }

    @Test
    void showsThatItIsAlive() {
        var source = follow();

        await().atMost(PATIENCE).until(() -> source.comments().size() >= 2);
        assertThat(source.isOpen()).isTrue();
    }

    @Test
    void holdsALimitedNumberForOneCaller() {
        for (int n = 0; n < PER_CALLER; n++) {
            follow().atLeast(1);
        }

        as(customer)
                .get(path())
                .then()
                .statusCode(429)
                .header("Retry-After", "10")
                .body("type", equalTo("/problems/too-many-requests"));
        sources.getFirst().close();
        await().atMost(PATIENCE).until(() -> openStreams() == PER_CALLER - 1);
        assertThat(follow().atLeast(1)).hasSize(1);
    }

    @Test
    void isForItsCustomerAndOperatorsOnly() {
        var operator = "Bearer " + Tokens.operator("ops-1");

        assertThat(open("", "Authorization", operator).atLeast(1)).hasSize(1);
        notFound(as("c-other"), path());
        notFound(as(customer), "/orders/" + UUID.randomUUID() + "/events");
        notFound(asOperator(), "/orders/none/events");
        given().get(path()).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void mayBeKeptByNobody() {
        steps.bring(order, OrderStatus.DELIVERED);

        as(customer)
                .get(path())
                .then()
                .statusCode(200)
                .contentType(containsString("text/event-stream"))
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"))
                .header("X-Accel-Buffering", "no");
    }

    @Test
    void isAStreamOrNothing() {
        as(customer).accept("application/json").get(path()).then().statusCode(406);
        as(customer).accept("text/event-stream").get("/orders/" + order).then().statusCode(406);
    }

    /** As a reader who was told more than a restored database knows. */
    @Test
    void tellsEverythingToWhoKnowsMoreThanHasHappened() {
        steps.bring(order, OrderStatus.RESERVED);
        var ahead = follow("Last-Event-ID", "1000");
        assertThat(versions(ahead.atLeast(1))).startsWith(1L);

        steps.bring(order, OrderStatus.DELIVERED);

        var all = versions(follow().all());
        assertThat(versions(ahead.all())).isEqualTo(all);
        assertThat(versions(follow("Last-Event-ID", "1000").all())).isEqualTo(all);
    }

    @Test
    void hasAHeadThatOpensNothing() {
        as(customer).head(path()).then().statusCode(200).contentType(containsString("text/event-stream"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", "9223372036854775808"})
    void refusesWhatIsNoVersion(String id) {
        as(customer)
                .header("Last-Event-ID", id)
                .get(path())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Last-Event-ID"));
        as(customer)
                .queryParam("lastEventId", id)
                .get(path())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("lastEventId"));
    }

    @Test
    void saysThatItsBeginningIsNoLongerKept() {
        database.execute("DELETE FROM journal WHERE key = ?", order.toString());

        as(customer).get(path()).then().statusCode(410).body("type", equalTo("/problems/history-gone"));
    }

    @Test
    void looksForNewsOnlyWhileAnybodyWatches() throws IOException {
        everyStreamIsForgotten();
        try (var log = StatementLog.start(database.url())) {
            steps.bring(order, OrderStatus.RESERVED);
            assertThat(log.count(LOOK)).isZero();

            follow().atLeast(1);
            await().atMost(PATIENCE).until(() -> log.count(LOOK) >= 2);
        }
    }

    private EventSource follow(String... headers) {
        return followAt("", headers);
    }

    private EventSource followAt(String query, String... headers) {
        var all = Stream.concat(Stream.of("Authorization", "Bearer " + Tokens.customer(customer)), Stream.of(headers))
                .toArray(String[]::new);
        return open(query, all);
    }

    private EventSource open(String query, String... headers) {
        var source = EventSource.open(home.resolve(path() + query), headers);
        sources.add(source);
        return source;
    }

    private String path() {
        return "/orders/" + order + "/events";
    }

    /** The street's number is the version that it makes. */
    private void change(long version) {
        as(customer)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/merge-patch+json")
                .body("{\"shippingAddress\":{\"line1\":\"Main Street " + (version + 1) + "\"}}")
                .patch("/orders/" + order)
                .then()
                .statusCode(200);
    }

    /** The order's second version, as that of the model; nobody in this process is told. */
    private void commitElsewhere(UUID model) {
        database.value("""
                WITH changed AS (
                  UPDATE orders SET version = 2, status = 'CANCELLING' WHERE id = ? RETURNING id
                ), told AS (
                  INSERT INTO journal (event_id, key, version, type, data_version, payload, headers)
                  SELECT gen_random_uuid(), changed.id::text, 2, type, data_version, payload, headers
                  FROM journal, changed WHERE key = ? AND journal.version = 2 RETURNING 1
                ) SELECT count(*) FROM told""", order, model.toString());
    }

    private JsonArray timelineOf(UUID id) {
        return new JsonArray(as(customer).get("/orders/" + id + "/timeline").asString());
    }

    private static void notFound(RequestSpecification reader, String path) {
        reader.get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    private static List<Long> versions(List<EventSource.Event> events) {
        return events.stream().map(EventSource.Event::version).toList();
    }

    private static List<Long> upTo(long version) {
        return LongStream.rangeClosed(1, version).boxed().toList();
    }

    private static long openStreams() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("orderflow_order_event_streams "))
                .mapToLong(line -> Math.round(Double.parseDouble(line.split(" ")[1])))
                .sum();
    }
}
