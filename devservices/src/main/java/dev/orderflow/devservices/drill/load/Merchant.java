package dev.orderflow.devservices.drill.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Product;
import dev.orderflow.devservices.system.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** An operator who goes on changing names and prices, one product after the other: which, is a function of the seed. */
final class Merchant {

    private static final Duration PAUSE = Duration.ofMillis(700);

    private final List<Api> inventories;
    private final Random random;
    private final Map<String, String> told = new ConcurrentHashMap<>();

    /** @param replicas of inventory, which are asked in turn */
    Merchant(OrderflowSystem system, long seed, int replicas) {
        String token = system.token("drill-merchant", null, "operator");
        this.inventories = IntStream.rangeClosed(1, replicas)
                .mapToObj(replica -> new Api(system.endpoints().service(Service.INVENTORY, replica), token))
                .toList();
        this.random = new Random(seed * 7_919);
    }

    /** Until it is interrupted. */
    void run() {
        List<Product> products = Shelf.products();
        try {
            for (int edition = 1; true; edition++) {
                change(products.get(random.nextInt(products.size())), edition);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** By sku, what was taken last. One whose last change is not answered yet is left out. */
    Map<String, String> told() {
        return Map.copyOf(told);
    }

    /** The same again until it is answered: putting a product twice makes no second version of it. */
    private void change(Product product, int edition) throws InterruptedException {
        told.remove(product.sku());
        ObjectNode body = body(product, edition);
        for (int attempt = edition; !isTaken(product.sku(), body, attempt); attempt++) {
            Storefront.pause();
        }
        told.put(product.sku(), words(body));
    }

    private boolean isTaken(String sku, ObjectNode body, int attempt) {
        try {
            return inventories
                                    .get(attempt % inventories.size())
                                    .put("/products/" + sku, body)
                                    .status()
                            / 100
                    == 2;
        } catch (PartFailed away) {
            return false;
        }
    }

    private static ObjectNode body(Product product, int edition) {
        ObjectNode body = Json.object()
                .put("name", product.name() + ", edition " + edition)
                .put("category", product.category())
                .put("active", true);
        body.putObject("price")
                .put("amount", "%d.%02d".formatted(10 + edition % 40, 1 + edition % 99))
                .put("currency", "EUR");
        return body;
    }

    private static String words(ObjectNode body) {
        String amount = new BigDecimal(body.at("/price/amount").asText())
                .stripTrailingZeros()
                .toPlainString();
        return body.path("name").asText() + " for " + amount + " EUR";
    }
}
