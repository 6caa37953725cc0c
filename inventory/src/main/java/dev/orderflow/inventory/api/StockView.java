package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Stock;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A stock as operators see it. */
@RegisterForReflection
record StockView(String sku, long onHand, long reserved, long available, long version) {

    static StockView of(Stock stock) {
        return new StockView(stock.sku(), stock.onHand(), stock.reserved(), stock.available(), stock.version());
    }
}
