package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two thousand customers who never pause ask more than ten times what order can do with two connections to its database,
 * so few because they share its processors. It says so and works on; what it has accepted waits in the journal and in
 * Kafka until the others come to it.
 */
@ExtendWith(RunningSystem.class)
@Tag("nightly")
class FloodIT {

    private static final int CUSTOMERS = 2_000;
    private static final Duration LASTING = Duration.ofSeconds(30);
    private static final Map<String, String> FEW_CONNECTIONS = Map.of("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "2");
    private static final Set<String> EXPECTED = Set.of(
            "201", "503 unavailable", "429 too-many-requests", HttpConnectTimeoutException.class.getSimpleName());

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);

    @BeforeEach
    void giveOrderLittle() {
        system.stop("order");
        system.start("order", FEW_CONNECTIONS);
    }

    @AfterEach
    void giveItBack() {
        system.stop("order");
        system.start("order");
    }

    @Test
    void saysThatItIsOverloadedAndKeepsItsMemoryAndEveryOrder() {
        var sku = warehouse.product(1_000_000);
        try (var order = new ResidentMemory(system, "order");
                var inventory = new ResidentMemory(system, "inventory");
                var payment = new ResidentMemory(system, "payment")) {
            var flood = Flood.of(system, sku, CUSTOMERS, LASTING);
            System.out.printf(
                    "flood: %s; MB at most, first and second half: order %s, inventory %s, payment %s%n",
                    flood, order.peaks(), inventory.peaks(), payment.peaks());

            assertThat(flood.askedPerSecond()).isGreaterThan(10 * flood.acceptedPerSecond());
            assertThat(EXPECTED).containsAll(flood.answers().keySet());
            assertThat(flood.answers()).containsKey("503 unavailable");
            assertThat(flood.withoutRetryAfter()).isEmpty();
            staysAsItWas(order);
            staysAsItWas(inventory);
            staysAsItWas(payment);
            servesACalmCustomer(sku);
            new Delivered(system).awaitAll(flood.orders(), Duration.ofMinutes(10));
        }
    }

    /** What grows with the flood would double. */
    private static void staysAsItWas(ResidentMemory memory) {
        var peaks = memory.peaks();
        assertThat(peaks.getLast()).isLessThan(peaks.getFirst() * 5 / 4);
    }

    private void servesACalmCustomer(String sku) {
        var calm = new Shop(system, "calm-" + UUID.randomUUID());
        assertThat(calm.place(NewOrder.of(sku)).status()).isEqualTo(201);
        assertThat(system.http()
                        .get(system.url("order") + "/q/health/live", null)
                        .status())
                .isEqualTo(200);
    }
}
