package dev.orderflow.contracts.inventory;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/**
 * All of an order's stock is reserved, in one step. Published by inventory in answer to OrderPlaced, once per
 * order. Read by order.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param lines what is reserved, one entry per sku
 */
@EventType(name = "orderflow.inventory.stock-reserved")
public record StockReserved(UUID orderId, String customerId, List<SkuQuantity> lines) implements InventoryEvent {

    public StockReserved {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
    }
}
