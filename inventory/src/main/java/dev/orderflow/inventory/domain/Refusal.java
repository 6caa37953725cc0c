package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.value.Shortage;
import java.util.List;

/** Why an order gets nothing. The codes are part of StockRejected's contract. */
record Refusal(String reason, List<Shortage> shortages) {

    static final String OUT_OF_STOCK = "out-of-stock";
    static final String UNKNOWN_PRODUCT = "unknown-product";
    static final String PRODUCT_INACTIVE = "product-inactive";
}
