package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Stock;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stock as operators see it. */
@RegisterForReflection
@Schema(name = "Stock", requiredProperties = "sku")
record StockView(String sku, long onHand, long reserved, long available, long version) {

    static StockView of(Stock stock) {
        return new StockView(stock.sku(), stock.onHand(), stock.reserved(), stock.available(), stock.version());
    }
}
