package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/** What an order had reserved left the shelf. Nobody waits for it, so it stays in the journal. */
public record StockConsumed(UUID orderId, String customerId, List<SkuQuantity> lines) implements OrderScoped {

    public StockConsumed {
        lines = List.copyOf(lines);
    }
}
