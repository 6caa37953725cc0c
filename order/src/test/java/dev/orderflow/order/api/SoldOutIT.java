package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stock gate at the door spares the saga what is sold out, and holds once what is not. */
@QuarkusTest
class SoldOutIT extends StockGateFixture {

    private static final String WAITING_TO_INSERT =
            "pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO orders%'";

    @Inject
    Rows rows;

    @Inject
    Database database;

    @Test
    void refusesWhatIsSoldOutAndLeavesNoTrace() {
        level(3);
        place(2, "first").then().statusCode(201);

        place(2, "second")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/out-of-stock"))
                .body("missing", hasSize(1))
                .body("missing[0].sku", equalTo(sku))
                .body("missing[0].left", equalTo(1));

        assertThat(rows.of(customer)).isEqualTo(new Rows.Traces(1, 1, 1));
        place(1, "third").then().statusCode(201);
    }

    @Test
    void letsAsManyInAsThereAreHoweverManyCome() throws Exception {
        level(20);
        var openBefore = counted("open");
        try (var buyers = Executors.newFixedThreadPool(16)) {
            var answers = buyers.invokeAll(IntStream.range(0, 100)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> place(1, "buyer-" + n).statusCode())
                    .toList());
            var admitted = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
                admitted += answer.get() == 201 ? 1 : 0;
            }
            assertThat(admitted).isBetween(20, 20 + (int) (counted("open") - openBefore));
        }
    }

    @Test
    void holdsOnceForARepeatedRequest() {
        level(3);
        place(2, "again").then().statusCode(201);
        place(2, "again").then().statusCode(201).header("Idempotency-Replayed", "true");

        assertThat(held()).isEqualTo(2);
    }

    /** It stood in line behind the first, or beside it, and the hold is for an order that inventory has not seen yet. */
    @Test
    void keepsTheHoldThatATwinMade() throws Exception {
        level(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocked = database.holding("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")) {
            double again = counted("again");
            var first = threads.submit(() -> place(2, "same"));
            await().until(() -> held() == 2);
            var twin = threads.submit(() -> place(2, "same"));
            await().until(() -> counted("again") > again);
            blocked.rollback();
            assertThat(List.of(first.get().statusCode(), twin.get().statusCode()))
                    .contains(201);
        }

        assertThat(held()).isEqualTo(2);
        place(1, "another").then().statusCode(409);
    }

    /** The hold is gone by then, and must not come back for an order that is there already. */
    @Test
    void holdsNothingForARepeatedRequestThatWasSettled() {
        level(3);
        place(2, "again").then().statusCode(201);
        redis.del(List.of("{stock}:held", "{stock}:holds", "{stock}:expiries"))
                .await()
                .indefinitely();

        place(2, "again").then().statusCode(201).header("Idempotency-Replayed", "true");

        assertThat(held()).isZero();
    }

    /** The first came in without a hold, and is not decided yet. */
    @Test
    void tellsATwinThatTheFirstStillRunsAndNotThatNothingIsLeft() {
        var both = await().atMost(Duration.ofMinutes(2)).until(this::placeTwins, Twins::cameInTime);

        both.first().then().statusCode(201);
        both.twin().then().statusCode(409).body("type", equalTo("/problems/request-in-progress"));
    }

    private record Twins(Response first, Response twin) {

        boolean cameInTime() {
            return first.statusCode() != 503 && twin.statusCode() != 503;
        }
    }

    /** The database lets nobody wait for a lock for longer than 4 s, so a slow machine may have to try again. */
    private Twins placeTwins() throws Exception {
        var key = "twin-" + UUID.randomUUID();
        redis.hdel(List.of("{stock}:levels", sku)).await().indefinitely();
        try (var first = Executors.newSingleThreadExecutor();
                var blocked = database.holding("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")) {
            var answer = first.submit(() -> place(2, key));
            await().atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> answer.isDone() || database.count(WAITING_TO_INSERT) > 0);
            redis.del(List.of("{stock}:held", "{stock}:holds", "{stock}:expiries"))
                    .await()
                    .indefinitely();
            level(0);

            var twin = place(2, key);

            blocked.rollback();
            return new Twins(answer.get(), twin);
        }
    }

    @Test
    void forgetsSumsWhoseHoldsAreGone() {
        level(3);
        place(3, "lost").then().statusCode(201);
        redis.del(List.of("{stock}:holds", "{stock}:expiries")).await().indefinitely();

        place(3, "next").then().statusCode(201);
    }

    @Test
    void givesBackTheHoldOfAnOrderThatIsRefused() {
        level(3);
        var order = Shop.order(sku, 2)
                .put("expectedTotal", new JsonObject().put("amount", "1.00").put("currency", "EUR"));

        as(customer)
                .contentType("application/json")
                .body(order.encode())
                .post("/orders")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/price-changed"));

        await().atMost(Duration.ofSeconds(20)).until(() -> held() == 0);
    }

    @Test
    void takesBackAHoldThatNobodySettled() {
        level(3);
        place(3, "forgotten").then().statusCode(201);
        place(1, "too-early").then().statusCode(409);

        var names = redis.zrange(List.of("{stock}:expiries", "0", "-1")).await().indefinitely();
        names.forEach(name -> redis.zadd(List.of("{stock}:expiries", "1", name.toString()))
                .await()
                .indefinitely());

        place(1, "in-time").then().statusCode(201);
    }

    private long held() {
        var held = redis.hget("{stock}:held", sku).await().indefinitely();
        return held == null ? 0 : Long.parseLong(held.toString());
    }
}
