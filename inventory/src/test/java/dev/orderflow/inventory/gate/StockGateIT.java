package dev.orderflow.inventory.gate;

import static dev.orderflow.inventory.domain.Orders.of;
import static dev.orderflow.inventory.testing.Operator.adjust;
import static dev.orderflow.inventory.testing.Operator.stock;
import static dev.orderflow.inventory.testing.Operator.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.gate.GateScript;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.inventory.domain.Orders;
import dev.orderflow.inventory.testing.OrderService;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stock gate in Redis knows, after whatever happened to it. */
@QuarkusTest
class StockGateIT {

    /** Much shorter than a round of pushes, so that only the push at the commit can be so quick. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration A_ROUND = Duration.ofSeconds(20);

    @Inject
    RedisAPI redis;

    private OrderService orders;

    @BeforeEach
    void open() {
        EmbeddedParts.shared().start(Name.REDIS);
        orders = new OrderService();
    }

    @AfterEach
    void close() {
        orders.close();
        EmbeddedParts.shared().start(Name.REDIS);
    }

    /** One of the changes may meet a machine that stands still; by the rounds alone hardly any would be told so soon. */
    @Test
    void knowsALevelAsSoonAsItChanges() {
        var sku = stocked("gate", 7);
        awaitLevel(sku, 7);

        var delays = new ArrayList<Duration>();
        for (int left = 6; left > 1; left--) {
            adjust(sku, -1).then().statusCode(200);
            long changed = System.nanoTime();
            awaitLevel(sku, left);
            delays.add(Duration.ofNanos(System.nanoTime() - changed));
        }

        assertThat(delays.stream().sorted().toList().get(3))
                .as("the last but one of %s", delays)
                .isLessThan(SOON);
    }

    @Test
    void settlesAHoldTogetherWithTheReservation() {
        var sku = stocked("gate", 10);
        var order = Orders.order();
        hold(order.hold(), sku, 4);
        assertThat(held(sku)).isEqualTo(4);

        orders.publish(order.placed(of(sku, 4)));

        await().atMost(A_ROUND).until(() -> held(sku) == 0);
        awaitLevel(sku, 6);
    }

    @Test
    void settlesTheHoldOfAnOrderThatIsRejectedOrCancelledFirst() {
        var sku = stocked("gate", 3);
        var greedy = Orders.order();
        var regretted = Orders.order();
        hold(greedy.hold(), sku, 2);
        hold(regretted.hold(), sku, 1);

        orders.publish(greedy.placed(of(sku, 5)));
        orders.publish(regretted.cancelled(1, Due.STOCK));

        await().atMost(A_ROUND).until(() -> held(sku) == 0);
        awaitLevel(sku, 3);
    }

    @Test
    void healsAfterAFlush() {
        var sku = stocked("gate", 9);
        awaitLevel(sku, 9);

        redis.flushall(List.of()).await().indefinitely();

        awaitLevel(sku, 9);
    }

    @Test
    void mendsAWrongLevelAndIgnoresAStaleOne() {
        var sku = stocked("gate", 9);
        adjust(sku, 1).then().statusCode(200);
        awaitLevel(sku, 10);

        settle(sku, 500, 1);
        assertThat(available(sku)).as("a push of version 1 came late").isEqualTo(10);

        redis.hset(List.of("{stock}:levels", sku, "77:2")).await().indefinitely();
        awaitLevel(sku, 10);
    }

    /** As after the database was restored: the gate remembers what is not true any more. */
    @Test
    void mendsALevelWhoseVersionWasNeverGiven() {
        var sku = stocked("gate", 9);
        awaitLevel(sku, 9);

        redis.hset(List.of("{stock}:levels", sku, "0:999999")).await().indefinitely();

        awaitLevel(sku, 9);
        adjust(sku, 1).then().statusCode(200);
        awaitLevel(sku, 10);
    }

    /** Between the look at the gate and the answer to it, another replica was faster. */
    @Test
    void replacesAMistakenLevelOnlyWhileItIsThere() {
        var sku = "replaced-" + UUID.randomUUID();
        redis.hset(List.of("{stock}:levels", sku, "5:1000001")).await().indefinitely();

        replace(sku, 3, 7, "0:1000000");
        assertThat(available(sku)).isEqualTo(5);

        replace(sku, 3, 7, "5:1000001");
        assertThat(available(sku)).isEqualTo(3);
    }

    /** Inventory ended between its commit and its word to the gate, which learns the level but never of the hold. */
    @Test
    void countsAHoldWhoseSettlementWasLostUntilItsEndOnly() {
        var sku = stocked("gate", 10);
        var lost = "lost-" + UUID.randomUUID();
        hold(lost, sku, 4, LONG);
        orders.publish(Orders.order().placed(of(sku, 4)));
        awaitLevel(sku, 6);

        assertThat(hold("too-early-" + UUID.randomUUID(), sku, 6, LONG)).isEqualTo("SHORT");

        redis.zadd(List.of("{stock}:expiries", "1", lost)).await().indefinitely();
        await().atMost(A_ROUND).until(() -> hold("next-" + sku, sku, 6, LONG).equals("HELD"));
    }

    @Test
    void reservesWhileRedisIsAwayAndTellsItLater() {
        var sku = stocked("gate", 8);
        EmbeddedParts.shared().kill(Name.REDIS);

        orders.publish(Orders.order().placed(of(sku, 3)));
        await().atMost(A_ROUND).until(() -> stock(sku).equals("8 3 5"));

        EmbeddedParts.shared().start(Name.REDIS);
        await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> available(sku) == 5);
        awaitSettlements();
    }

    /** They wait after a failure, and the next test must not begin while they do. Nothing else removes a hold. */
    private void awaitSettlements() {
        var sku = stocked("gate", 1);
        var regretted = Orders.order();
        hold(regretted.hold(), sku, 1);
        orders.publish(regretted.cancelled(1, Due.STOCK));
        await().atMost(A_ROUND).until(() -> held(sku) == 0);
    }

    private void hold(String name, String sku, int quantity) {
        hold(name, sku, quantity, LONG);
    }

    private String hold(String name, String sku, int quantity, Duration life) {
        var demand = List.of(name, Long.toString(life.toMillis()), sku, Integer.toString(quantity));
        return redis.eval(GateScript.HOLD.eval(demand))
                .await()
                .indefinitely()
                .get(0)
                .toString();
    }

    private void settle(String sku, long available, long version) {
        replace(sku, available, version, "");
    }

    private void replace(String sku, long available, long version, String mistaken) {
        var level = List.of("1", sku, Long.toString(available), Long.toString(version), mistaken);
        redis.eval(GateScript.SETTLE.eval(level)).await().indefinitely();
    }

    private void awaitLevel(String sku, long level) {
        await().pollInterval(Duration.ofMillis(50)).atMost(A_ROUND).until(() -> available(sku) == level);
    }

    /** -1 if the gate does not know the sku. */
    private long available(String sku) {
        var level = redis.hget("{stock}:levels", sku).await().indefinitely();
        return level == null ? -1 : Long.parseLong(level.toString().split(":")[0]);
    }

    private long held(String sku) {
        var held = redis.hget("{stock}:held", sku).await().indefinitely();
        return held == null ? 0 : Long.parseLong(held.toString());
    }
}
