package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Following an order while it goes on. */
@QuarkusTest
class EventStreamIT extends EventStreamFixture {

    private static final String LOOK = "unnest($1::uuid[], $2::bigint[]) AS seen";

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
    void showsThatItIsAlive() {
        var source = follow();

        await().atMost(PATIENCE).until(() -> source.comments().size() >= 2);
        assertThat(source.isOpen()).isTrue();
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
    void looksForNewsOnlyWhileAnybodyWatches() throws IOException {
        everyStreamIsForgotten();
        try (var log = StatementLog.start(database.url())) {
            steps.bring(order, OrderStatus.RESERVED);
            assertThat(log.count(LOOK)).isZero();

            follow().atLeast(1);
            await().atMost(PATIENCE).until(() -> log.count(LOOK) >= 2);
        }
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

    private static List<Long> versions(List<EventSource.Event> events) {
        return events.stream().map(EventSource.Event::version).toList();
    }

    private static List<Long> upTo(long version) {
        return LongStream.rangeClosed(1, version).boxed().toList();
    }
}
