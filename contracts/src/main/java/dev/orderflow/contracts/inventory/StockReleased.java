package dev.orderflow.contracts.inventory;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/**
 * A cancelled order holds no stock any more. Published by inventory in answer to each OrderCancelled that has
 * STOCK due; only the first changes stock, the others repeat it. Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param lines what was given back, one entry per sku; empty if nothing was reserved
 */
@EventType(name = "orderflow.inventory.stock-released")
public record StockReleased(UUID orderId, String customerId, List<SkuQuantity> lines) implements InventoryEvent {

    public StockReleased {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
    }
}
