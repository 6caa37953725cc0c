package dev.orderflow.systemtests;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of a sale, counted at every station.
 *
 * @param answers how often POST /orders answered what
 * @param gate how often the gate said what
 * @param placed orders that reached Kafka
 * @param rejected those of them that inventory refused
 * @param delivered those that were delivered
 */
record SaleOutcome(
        Map<String, Integer> answers,
        Map<String, Integer> gate,
        Set<String> placed,
        Set<String> rejected,
        Set<String> delivered) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Thousands who connect in the same moment overflow the listener's queue, and some give up before their turn. */
    private static final Set<String> EXPECTED = Set.of(
            "201",
            "409 out-of-stock",
            "409 request-in-progress",
            "503 unavailable",
            HttpConnectTimeoutException.class.getSimpleName());

    /** Returns when every order of the sale is delivered or cancelled. */
    static SaleOutcome of(TestSystem system, FlashSale sale, Runnable halfWay) {
        var topics = new Topics(system);
        var gate = new Gate(system);
        var before = gate.outcomes();
        var began = System.nanoTime();
        var orders = sale.run(halfWay);
        var lasted = Duration.ofNanos(System.nanoTime() - began);

        var delivered = delivered(orders);
        var outcome = new SaleOutcome(
                sale.answers(),
                gate.since(before),
                topics.keys("order-events", "orderflow.order.placed", sale.sku()),
                topics.keys("inventory-events", "orderflow.inventory.stock-rejected", sale.sku()),
                delivered);
        outcome.report(lasted);
        assertThat(outcome.placed()).isEqualTo(orders.keySet());
        assertThat(EXPECTED).containsAll(outcome.answers().keySet());
        return outcome;
    }

    private static Set<String> delivered(Map<String, Shop> orders) {
        var open = new HashSet<>(orders.keySet());
        var delivered = new HashSet<String>();
        await("orders to end")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var ended = open.stream()
                            .filter(id -> isFinal(orders.get(id).status(id), id, delivered))
                            .collect(toSet());
                    return open.removeAll(ended) && open.isEmpty();
                });
        return delivered;
    }

    private static boolean isFinal(String status, String id, Set<String> delivered) {
        if (status.equals("DELIVERED")) {
            delivered.add(id);
        }
        return status.equals("DELIVERED") || status.equals("CANCELLED");
    }

    private void report(Duration lasted) {
        System.out.printf(
                "sale in %d ms: answers %s, gate %s, placed %d, rejected %d, delivered %d%n",
                lasted.toMillis(),
                new TreeMap<>(answers),
                new TreeMap<>(gate),
                placed.size(),
                rejected.size(),
                delivered.size());
    }
}
