package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.client.Inventory;
import dev.orderflow.client.Orders;
import dev.orderflow.client.model.Money;
import dev.orderflow.client.model.ProductContent;
import dev.orderflow.client.model.Stock;
import dev.orderflow.client.model.StockAdjustment;
import java.time.Duration;
import java.util.UUID;

/** What an operator does with products and stock. */
final class Warehouse {

    private final Inventory inventory;
    private final Orders probe;

    Warehouse(TestSystem system) {
        this.inventory =
                system.client(system.token("warehouse", "operator", null)).inventory();
        this.probe = system.client(system.token("probe", "customer", null)).orders();
    }

    /** A new product at 12.90 EUR that can be ordered at once; answers its sku. */
    String product(int stock) {
        var sku = "it-" + UUID.randomUUID().toString().substring(0, 8);
        put(sku, Money.of("12.90", "EUR"), true);
        if (stock > 0) {
            adjust(sku, stock);
        }
        awaitKnownToOrder(sku);
        return sku;
    }

    void put(String sku, Money price, boolean active) {
        inventory
                .putProduct(sku, new ProductContent("Product " + sku, price, "test", active))
                .execute();
    }

    void adjust(String sku, int delta) {
        inventory.adjustStock(sku, new StockAdjustment(delta, "system test")).execute();
    }

    Stock stock(String sku) {
        return inventory.stock(sku).execute();
    }

    void awaitStock(String sku, int onHand, int reserved) {
        await("stock of " + sku)
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    assertThat(stock(sku).onHand()).isEqualTo(onHand);
                    assertThat(stock(sku).reserved()).isEqualTo(reserved);
                });
    }

    /** Order prices from its own copy, which follows a moment later. Asks with a total that is never right. */
    private void awaitKnownToOrder(String sku) {
        var order = NewOrder.of(sku).request().expecting(Money.of("0.01", "EUR"));
        await("order's copy of " + sku)
                .atMost(Shop.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        assertThatThrownBy(() -> probe.place(order).execute()).hasMessageContaining("price-changed"));
    }
}
