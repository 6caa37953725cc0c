package dev.orderflow.bench.saga;

import dev.orderflow.client.OrderflowClient;
import dev.orderflow.client.Service;
import dev.orderflow.client.model.Money;
import dev.orderflow.client.model.ProductContent;
import dev.orderflow.client.model.Stock;
import dev.orderflow.client.model.StockAdjustment;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.net.URI;
import java.util.function.Supplier;

/** What an operator does to the system before and between measurements. */
final class Operator implements AutoCloseable {

    static final String PRICE = "12.90";

    private static final String ORDERS_IN = "order-events-in";

    private final OrderflowClient client;

    private Operator(OrderflowClient client) {
        this.client = client;
    }

    static Operator of(OrderflowSystem system) {
        return new Operator(OrderflowClient.builder()
                .at(Service.INVENTORY, URI.create(system.url(dev.orderflow.devservices.system.Service.INVENTORY)))
                .token(system.token("bench", null, "operator"))
                .build());
    }

    /** Adds a product of which there are so many. */
    void supply(String sku, int pieces) {
        var product = new ProductContent(sku, Money.of(PRICE, "EUR"), "bench", true);
        client.inventory().putProduct(sku, product).execute();
        client.inventory()
                .adjustStock(sku, new StockAdjustment(pieces, "bench"))
                .execute();
    }

    Stock stock(String sku) {
        return client.inventory().stock(sku).execute();
    }

    /** Inventory leaves orders lying while this is done, so that no saga gets any further. */
    static <T> T whileSagasPause(OrderflowSystem system, Supplier<T> work) {
        try (var operator = of(system)) {
            operator.pauseSagas(true);
            try {
                return work.get();
            } finally {
                operator.pauseSagas(false);
            }
        }
    }

    private void pauseSagas(boolean paused) {
        client.admin(Service.INVENTORY).changeChannel(ORDERS_IN, paused).execute();
    }

    @Override
    public void close() {
        client.close();
    }
}
