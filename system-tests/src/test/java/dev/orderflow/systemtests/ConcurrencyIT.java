package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same thing many times at once happens once. */
@ExtendWith(RunningSystem.class)
class ConcurrencyIT {

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);

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
