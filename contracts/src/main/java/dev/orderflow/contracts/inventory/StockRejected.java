package dev.orderflow.contracts.inventory;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Shortage;
import java.util.List;
import java.util.UUID;

/**
 * An order can't be served and nothing of it is reserved. Published by inventory in answer to OrderPlaced, once
 * per order. Read by order, which cancels with nothing due, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param reason a code such as "out-of-stock"; an open set
 * @param shortages what was short, one entry per sku; may be empty if the reason is another
 */
@EventType(name = "orderflow.inventory.stock-rejected")
public record StockRejected(UUID orderId, String customerId, String reason, List<Shortage> shortages)
        implements InventoryEvent {

    public StockRejected {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        requireNonNull(reason, "reason is required");
        shortages = List.copyOf(requireNonNull(shortages, "shortages is required"));
    }
}
