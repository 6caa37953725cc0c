package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.asOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An erasure and an order of the same customer, at the same time. */
@QuarkusTest
class ErasureRacesIT {

    private static final String WAITING =
            "pg_locks JOIN pg_database d ON d.oid = database AND datname = current_database() WHERE NOT granted AND locktype = ?";

    @Inject
    Shop shop;

    @Inject
    Database database;

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    /** The order is written but not committed when the erasure comes: it must not be left without its address. */
    @Test
    void seesAnOrderThatIsBeingPlaced() {
        var both = await().atMost(Duration.ofMinutes(2)).until(this::eraseWhilePlacing, Answers::cameInTime);

        both.placing().then().statusCode(201).body("shippingAddress", notNullValue());
        both.erasing().then().statusCode(409).body("type", endsWith("/customer-has-open-orders"));
    }

    /** Its id is older than the erasure, so that every other service would take it for an order of who is erased. */
    @Test
    void refusesAnOrderThatTheErasureOvertakes() {
        var both = await().atMost(Duration.ofMinutes(2)).until(this::eraseBeforePlaced, ErasureRacesIT::isOvertaken);

        both.erasing().then().statusCode(202);
        both.placing()
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"))
                .body("detail", equalTo("This customer is being erased; what is ordered after it is taken"));
    }

    /** Others may share its transaction, so it does not wait for the erasure to end. */
    @Test
    void refusesAnOrderWhileItsCustomerIsBeingErased() throws Exception {
        var somebody = Shop.somebody();
        try (var erasing = database.holding("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", somebody)) {
            Shop.place(somebody, Shop.order())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("detail", equalTo("This customer is being erased; what is ordered after it is taken"));
            erasing.rollback();
        }
        Shop.place(somebody, Shop.order()).then().statusCode(201);
    }

    /** The first holds up the others, which come together then; one of these is overtaken. */
    @Test
    void placesTheOrdersBesideOneThatTheErasureOvertakes() {
        var three = await().atMost(Duration.ofMinutes(2)).until(this::eraseOneOfThree, ErasureRacesIT::cameInTime);

        assertThat(three).extracting(Response::statusCode).containsExactly(201, 503, 201);
        three.get(1).then().body("detail", equalTo("This customer is being erased; what is ordered after it is taken"));
    }

    private List<Response> eraseOneOfThree() throws Exception {
        var overtaken = Shop.somebody();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocked = database.holding("LOCK TABLE product")) {
            var first = threads.submit(() -> Shop.place(Shop.somebody(), Shop.order()));
            awaitWaiter("relation", first);
            var second = threads.submit(() -> Shop.place(overtaken, Shop.order()));
            var third = threads.submit(() -> Shop.place(Shop.somebody(), Shop.order()));
            awaitWaiters("relation", 2, second);
            erase(overtaken).then().statusCode(202);
            blocked.rollback();
            return List.of(first.get(), second.get(), third.get());
        }
    }

    private static boolean cameInTime(List<Response> answers) {
        return answers.stream().noneMatch(answer -> answer.asString().contains("is away or overloaded"));
    }

    private record Answers(Response placing, Response erasing) {

        boolean cameInTime() {
            return placing.statusCode() != 503 && erasing.statusCode() != 503;
        }
    }

    /** The database lets nobody wait for a lock for longer than 4 s, so a slow machine may have to try again. */
    private Answers eraseWhilePlacing() throws Exception {
        var somebody = Shop.somebody();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocked = database.holding("LOCK TABLE journal IN SHARE MODE")) {
            var placing = threads.submit(() -> Shop.place(somebody, Shop.order()));
            awaitWaiter("relation", placing);
            var erasing = threads.submit(() -> erase(somebody));
            awaitWaiter("advisory", placing);
            blocked.rollback();
            return new Answers(placing.get(), erasing.get());
        }
    }

    private Answers eraseBeforePlaced() throws Exception {
        var somebody = Shop.somebody();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocked = database.holding("LOCK TABLE product")) {
            var placing = threads.submit(() -> Shop.place(somebody, Shop.order()));
            awaitWaiter("relation", placing);
            var erasing = erase(somebody);
            blocked.rollback();
            return new Answers(placing.get(), erasing);
        }
    }

    /** Anything but that the order had waited for too long, or came before the erasure. */
    private static boolean isOvertaken(Answers answers) {
        return !answers.placing().asString().contains("is away or overloaded");
    }

    private void awaitWaiter(String lock, Future<?> unless) {
        awaitWaiters(lock, 1, unless);
    }

    private void awaitWaiters(String lock, int many, Future<?> unless) {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> unless.isDone() || database.count(WAITING, lock) >= many);
    }

    private static Response erase(String somebody) {
        return asOperator().delete("/customers/" + somebody);
    }
}
