package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hundred pieces and many more customers: a hundred are served, whatever happens to the stock gate meanwhile. */
@ExtendWith(RunningSystem.class)
class FlashSaleIT {

    private static final int PIECES = 100;
    private static final int SOME = 500;
    private static final int MANY = 5_000;
    private static final Runnable NOTHING = () -> {};

    /** Of calls to Redis: what one stall of it may cost. */
    private static final int A_ROUND = 32;

    /** So that there are some left who come after what happens half way. */
    private static final int IN_TURNS = 50;

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Gate gate = new Gate(system);
    private final Books books = new Books(system);

    @AfterEach
    void redisIsBack() {
        system.start("redis");
    }

    @Test
    void refusesAllButAHundredOfFiveHundredAtTheDoor() {
        refusesAllButAHundredAtTheDoor(SOME);
    }

    @Test
    @Tag("nightly")
    void refusesAllButAHundredOfFiveThousandAtTheDoor() {
        refusesAllButAHundredAtTheDoor(MANY);
    }

    @Test
    void sellsAHundredToFiveHundredWhenRedisIsFlushedHalfWay() {
        sellsAHundredWhenRedisIsFlushedHalfWay(SOME, IN_TURNS);
    }

    @Test
    @Tag("nightly")
    void sellsAHundredToFiveThousandWhenRedisIsFlushedHalfWay() {
        sellsAHundredWhenRedisIsFlushedHalfWay(MANY, MANY);
    }

    @Test
    @Tag("nightly")
    void sellsAHundredToFiveHundredWhenRedisIsKilledHalfWay() {
        var sku = warehouse.product(PIECES);

        var outcome = sale(sku, SOME, IN_TURNS, () -> system.kill("redis"));

        assertThat(outcome.gate().get("open")).isPositive();
        assertThat(outcome.rejected()).isNotEmpty();
        system.start("redis");
        refusesAgain(sku);
    }

    /**
     * All in the same moment. A refusal costs no order; only where Redis itself had no processor for 50 ms, which costs a
     * round of calls, does inventory refuse instead.
     */
    private void refusesAllButAHundredAtTheDoor(int customers) {
        var outcome = sale(warehouse.product(PIECES), customers, customers, NOTHING);

        int open = outcome.gate().getOrDefault("open", 0);
        assertThat(open).isLessThanOrEqualTo(Math.max(2 * A_ROUND, customers / 50));
        assertThat(outcome.rejected()).hasSizeLessThanOrEqualTo(open);
        assertThat(outcome.answers())
                .containsEntry("409 out-of-stock", customers - outcome.placed().size());
    }

    private void sellsAHundredWhenRedisIsFlushedHalfWay(int customers, int atOnce) {
        var sku = warehouse.product(PIECES);

        var outcome = sale(sku, customers, atOnce, gate::forgetsEverything);

        assertThat(outcome.gate().get("miss")).isPositive();
        refusesAgain(sku);
    }

    private SaleOutcome sale(String sku, int customers, int atOnce, Runnable halfWay) {
        var outcome = SaleOutcome.of(system, new FlashSale(system, sku, customers, atOnce), halfWay);

        assertThat(outcome.delivered()).hasSize(PIECES);
        assertThat(outcome.placed()).hasSize(PIECES + outcome.rejected().size());
        assertThat(books.charged()).containsAll(outcome.delivered()).noneMatch(outcome.rejected()::contains);
        warehouse.awaitStock(sku, 0, 0);
        return outcome;
    }

    private void refusesAgain(String sku) {
        var latecomer = new Shop(system, "late-" + UUID.randomUUID());
        await("the gate to be filled").atMost(Shop.PATIENCE).untilAsserted(() -> {
            var answer = latecomer.place(NewOrder.of(sku));
            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("out-of-stock");
        });
    }
}
