package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.UUID;

/**
 * An order is over and nobody waits for inventory: it holds nothing any more and never will. Stays in the journal.
 *
 * @param lines what it still held; empty if nothing
 */
public record ReservationClosed(UUID orderId, String customerId, List<SkuQuantity> lines) implements OrderScoped {

    public ReservationClosed {
        lines = List.copyOf(lines);
    }
}
