package dev.orderflow.bench.saga;

import dev.orderflow.bench.load.Request;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.SampleOrder;
import dev.orderflow.devservices.system.Service;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Places orders for many customers. Bodies and tokens are encoded once and the typed client is left aside: whatever the
 * generator costs is missing to what it measures.
 */
public final class Shop {

    private static final int CUSTOMERS = 500;
    private static final int PRODUCTS = 50;
    private static final int PIECES = 1_000_000_000;

    private final String url;
    private final List<String> bearers;
    private final List<Buffer> bodies;
    private final AtomicInteger sent = new AtomicInteger();
    private final String run = UUID.randomUUID().toString();

    private Shop(String url, List<String> bearers, List<Buffer> bodies) {
        this.url = url;
        this.bearers = bearers;
        this.bodies = bodies;
    }

    /** One with a whole shelf of products that never run out. */
    public static Shop with(OrderflowSystem system) {
        var skus =
                IntStream.range(0, PRODUCTS).mapToObj("bench-%02d"::formatted).toList();
        try (var operator = Operator.of(system)) {
            skus.forEach(sku -> operator.supply(sku, PIECES));
        }
        return selling(system, skus);
    }

    /** One that sells so many pieces of one product. */
    public static Shop of(OrderflowSystem system, String sku, int pieces) {
        try (var operator = Operator.of(system)) {
            operator.supply(sku, pieces);
        }
        return selling(system, List.of(sku));
    }

    private static Shop selling(OrderflowSystem system, List<String> skus) {
        return new Shop(
                system.url(Service.ORDER) + "/orders",
                IntStream.range(0, CUSTOMERS)
                        .mapToObj(n ->
                                "Bearer " + system.token("shopper-" + n, "shopper-" + n + "@example.com", "customer"))
                        .toList(),
                skus.stream()
                        .map(sku -> Buffer.buffer(Json.write(SampleOrder.of(List.of(sku)))))
                        .toList());
    }

    /** One order more, by each customer in turn; its key is its own, in whichever measurement it is sent. */
    public Request order(int call) {
        return numbered(sent.getAndIncrement());
    }

    private Request numbered(int n) {
        return new Request(
                HttpMethod.POST,
                url,
                Map.of(
                        "Authorization",
                        bearers.get(n % bearers.size()),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "\"" + run + "-" + n + "\""),
                bodies.get(n % bodies.size()));
    }

    /** One that is refused for its total, once order knows the product and its price. */
    Request unpayable() {
        var order = numbered(sent.getAndIncrement());
        var body = order.body()
                .toString()
                .replaceFirst("\\{", "{\"expectedTotal\":{\"amount\":\"0.01\",\"currency\":\"EUR\"},");
        return new Request(order.method(), order.url(), order.headers(), Buffer.buffer(body));
    }
}
