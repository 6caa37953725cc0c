package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.systemtests.MemoryOf.Used;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two thousand customers ask ten times what order can do: with two connections to a database that takes 80 ms for each order,
 * 25 a second at the very most, and less as is measured first; so little because who asks shares order's processors, and has
 * to be able to ask so much. One more asks for more than a customer may. Order says so and works on; what it has accepted
 * waits in the journal and in Kafka until the others come to it.
 */
@ExtendWith(RunningSystem.class)
@Tag("nightly")
class FloodIT {

    private static final int CUSTOMERS = 2_000;
    private static final Duration LASTING = Duration.ofSeconds(30);

    /** Enough to keep both connections busy, and so few that none of them is told to come again. */
    private static final int CALM_CUSTOMERS = 8;

    private static final Duration CALM = Duration.ofSeconds(20);

    private static final int CONNECTIONS = 2;
    private static final Duration FOR_EACH_ORDER = Duration.ofMillis(80);

    /** Nothing else is done with the connections, and no order waits for one. */
    private static final double MOST_PER_SECOND = CONNECTIONS * 1_000.0 / FOR_EACH_ORDER.toMillis();

    /** For what a busy machine sends late, and for what is accepted when the last has asked. */
    private static final double TEN_TIMES_AND_A_LITTLE = 13;

    /** Twice what flows back into a customer's bucket, so that what was in it (500) is used up in ten seconds. */
    private static final double MORE_THAN_HE_MAY = 100;

    private static final Map<String, String> LITTLE = Map.of(
            "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE",
            Integer.toString(CONNECTIONS),
            "ORDERFLOW_RATE_LIMIT_ENABLED",
            "true");

    /** What is left of a heap of 256 MB, which is used up before it is collected. */
    private static final long HEAP_MB = 200;

    /** Two kilobytes of each call that came would be more than that. */
    private static final long LEFT_MB = 16;

    private static final List<String> WATCHED = List.of("order", "inventory", "payment");

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private SlowOrders slow;

    @BeforeEach
    void giveOrderLittle() {
        system.stop("order");
        slow = SlowOrders.by(system, FOR_EACH_ORDER);
        system.start("order", LITTLE);
    }

    @AfterEach
    void giveItBack() {
        system.stop("order");
        slow.close();
        system.start("order");
    }

    @Test
    void saysThatItIsOverloadedAndKeepsItsMemoryAndEveryOrder() throws Exception {
        var sku = warehouse.product(1_000_000);
        try (var memory = new MemoryOf(system, WATCHED)) {
            var calm = Flood.closed(system, sku, CALM_CUSTOMERS, CALM);
            new Delivered(system).awaitAll(calm.orders(), Duration.ofMinutes(5));
            var before = memory.used();

            var greedy = CompletableFuture.supplyAsync(() -> Flood.open(system, sku, 1, MORE_THAN_HE_MAY, LASTING));
            var flood = Flood.open(system, sku, CUSTOMERS, TEN_TIMES_AND_A_LITTLE * MOST_PER_SECOND, LASTING);
            var beyondHisBucket = greedy.join();
            servesACalmCustomer(sku);
            new Delivered(system).awaitAll(accepted(flood, beyondHisBucket), Duration.ofMinutes(10));
            var after = memory.used();
            System.out.printf(
                    "calm: %s%nflood: %s%none customer: %s%nMB before %s, MB from then on %s%n",
                    calm, flood, beyondHisBucket, before, after);

            assertThat(calm.answers()).containsOnlyKeys("201");
            isTenTimesAsMuch(flood, calm.acceptedPerSecond());
            isTenTimesAsMuch(flood, flood.acceptedPerSecond() + beyondHisBucket.acceptedPerSecond());
            tellsToComeAgain(flood);
            isToldApart(flood, beyondHisBucket);
            WATCHED.forEach(process -> staysAsItWas(process, before, after));
        }
    }

    private static List<String> accepted(Flood.Outcome... outcomes) {
        return Stream.of(outcomes).flatMap(outcome -> outcome.orders().stream()).toList();
    }

    /** The greedy one, and who got no connection, are not counted. */
    private static void isTenTimesAsMuch(Flood.Outcome flood, double acceptedPerSecond) {
        assertThat(flood.askedPerSecond()).isGreaterThanOrEqualTo(10 * acceptedPerSecond);
    }

    private static void tellsToComeAgain(Flood.Outcome flood) {
        assertThat(flood.answers()).containsOnlyKeys("201", "503 unavailable");
        assertThat(flood.withoutRetryAfter()).isEmpty();
    }

    private static void isToldApart(Flood.Outcome flood, Flood.Outcome beyondHisBucket) {
        assertThat(flood.answers()).doesNotContainKey("429 too-many-requests");
        assertThat(beyondHisBucket.answers()).containsKey("429 too-many-requests");
        assertThat(Set.of("201", "503 unavailable", "429 too-many-requests"))
                .containsAll(beyondHisBucket.answers().keySet());
        assertThat(beyondHisBucket.withoutRetryAfter()).isEmpty();
    }

    private static void staysAsItWas(String process, Map<String, Used> before, Map<String, Used> after) {
        assertThat(after.get(process).resident())
                .as("resident memory of " + process)
                .isLessThan(before.get(process).resident() + HEAP_MB);
        assertThat(after.get(process).heap())
                .as("live heap of " + process)
                .isLessThan(before.get(process).heap() + LEFT_MB);
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
