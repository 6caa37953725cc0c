package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.Event;

/**
 * An operator counted goods in or out. Stays in the journal, as the audit of who did it and why. Its key is not the
 * plain sku, whose versions are the product's, so that each key has one sequence of versions.
 *
 * @param delta pieces added; negative for pieces taken away
 * @param reason the operator's words
 * @param by the operator's subject
 * @param onHand pieces after it
 * @param reserved pieces that were reserved at that time
 * @param version of the stock, made by this change
 */
public record StockAdjusted(String sku, int delta, String reason, String by, long onHand, long reserved, long version)
        implements Event {

    /** The adjustment that led to this stock. */
    public static StockAdjusted to(Stock stock, int delta, String reason, String by) {
        return new StockAdjusted(stock.sku(), delta, reason, by, stock.onHand(), stock.reserved(), stock.version());
    }

    @Override
    public String key() {
        return "stock/" + sku;
    }
}
