package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at once: nothing is oversold, nothing happens twice. */
@ExtendWith(RunningSystem.class)
class ConcurrencyIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Books books = new Books(system);

    @Test
    void deliversExactlyAHundredOfAHundredPiecesToFiveHundredCustomers() throws Exception {
        sellAHundredPiecesTo(500);
    }

    @Test
    @Tag("nightly")
    void deliversExactlyAHundredOfAHundredPiecesToFiveThousandCustomers() throws Exception {
        sellAHundredPiecesTo(5_000);
    }

    private void sellAHundredPiecesTo(int customers) throws Exception {
        var sku = warehouse.product(100);
        var shops = IntStream.range(0, customers)
                .mapToObj(n -> new Shop(system, "flash-" + n + "-" + UUID.randomUUID()))
                .toList();

        var answers = atOnce(shops.stream()
                .<Callable<Optional<String>>>map(shop -> () -> shop.placedUnlessSoldOut(NewOrder.of(sku)))
                .toList());
        var placed = IntStream.range(0, answers.size())
                .filter(n -> answers.get(n).isPresent())
                .boxed()
                .collect(Collectors.toMap(shops::get, n -> answers.get(n).get()));

        await().atMost(LONG).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            var outcomes = placed.entrySet().stream()
                    .map(each -> each.getKey().status(each.getValue()))
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
            assertThat(outcomes.get("DELIVERED")).isEqualTo(100);
            assertThat(Set.of("DELIVERED", "CANCELLED")).containsAll(outcomes.keySet());
        });
        warehouse.awaitStock(sku, 0, 0);
        assertThat(placed.values().stream().filter(id -> books.captured(id).signum() > 0))
                .hasSize(100);
    }

    @Test
    void makesOneOrderOfAHundredEqualRequestsWithOneKey() throws Exception {
        var sku = warehouse.product(1000);
        var shop = new Shop(system, "twin-" + UUID.randomUUID());
        var key = UUID.randomUUID().toString();

        var bodies = atOnce(IntStream.range(0, 100)
                .<Callable<String>>mapToObj(
                        n -> () -> shop.placed(NewOrder.of(sku), key).body())
                .toList());

        assertThat(bodies.stream().distinct()).hasSize(1);
        var mine =
                system.http().get(system.url("order") + "/orders", shop.token()).ok();
        assertThat(mine.get("items")).hasSize(1);
        shop.awaitStatus(mine.at("/items/0/id").asText(), "DELIVERED");
        warehouse.awaitStock(sku, 999, 0);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var customers = Executors.newFixedThreadPool(100)) {
            var results = new ArrayList<T>();
            for (var call : customers.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        }
    }
}
