package dev.orderflow.contracts.inventory;

import dev.orderflow.contracts.OrderScoped;

/**
 * What inventory answers about an order's stock. Key: the order id. At least once, in order per order.
 */
public sealed interface InventoryEvent extends OrderScoped
        permits StockReserved, StockRejected, StockReleased, StockRestocked {}
