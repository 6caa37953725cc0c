package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Order ends the hard way after it has taken holds and before it has written their orders. */
@Tag("nightly")
@ExtendWith(RunningSystem.class)
class CrashedHoldsIT {

    private static final int PIECES = 100;
    private static final int AT_ONCE = 10;
    private static final Map<String, String> SHORT_HOLDS = Map.of("ORDERFLOW_ORDER_GATE_HOLD", "10s");

    private final TestSystem system = RunningSystem.get();
    private final Gate gate = new Gate(system);
    private final Warehouse warehouse = new Warehouse(system);
    private final String sku = warehouse.product(PIECES);

    @BeforeEach
    void shortenHolds() {
        system.kill("order");
        system.start("order", SHORT_HOLDS);
    }

    @AfterEach
    void takeTheUsualHolds() {
        system.kill("order");
        system.start("order");
    }

    @Test
    void sellsEveryPieceToOthersWhenTheHoldsHaveEnded() throws Exception {
        try (var unlucky = Executors.newVirtualThreadPerTaskExecutor();
                var orders = system.database("order")) {
            orders.setAutoCommit(false);
            orders.createStatement().execute("LOCK TABLE orders IN SHARE MODE");
            IntStream.range(0, PIECES / AT_ONCE).forEach(n -> placeAndPerish(unlucky));
            await("holds").atMost(Shop.PATIENCE).until(() -> gate.held(sku) == PIECES);
            system.kill("order");
        }
        system.start("order", SHORT_HOLDS);
        assertThat(gate.held(sku)).as("nobody's holds").isEqualTo(PIECES);

        awaitTheirEnd();
        var outcome = SaleOutcome.of(system, new FlashSale(system, sku, PIECES, PIECES), () -> {});

        assertThat(outcome.delivered()).hasSize(PIECES);
        assertThat(outcome.rejected()).isEmpty();
        warehouse.awaitStock(sku, 0, 0);
    }

    /** Who asks for more than there ever was is refused, and clears up what has ended. */
    private void awaitTheirEnd() {
        var greedy = new Shop(system, "greedy-" + UUID.randomUUID());
        await("the holds' end")
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    assertThat(greedy.place(NewOrder.of(sku).times(PIECES + 1)).status())
                            .isEqualTo(409);
                    assertThat(gate.held(sku)).isZero();
                });
    }

    private void placeAndPerish(ExecutorService threads) {
        var shop = new Shop(system, "unlucky-" + UUID.randomUUID());
        threads.submit(() -> {
            try {
                shop.place(NewOrder.of(sku).times(AT_ONCE));
            } catch (UncheckedIOException perished) {
                return;
            }
        });
    }
}
