package dev.orderflow.inventory.domain;

import static java.util.Objects.requireNonNull;

/**
 * A product as an order meets it.
 *
 * @param stock its pieces
 * @param active whether it may be ordered
 */
public record Shelf(Stock stock, boolean active) {

    public Shelf {
        requireNonNull(stock, "stock is required");
    }

    /** Pieces that an order may have; none of a product that may not be ordered. */
    public long orderable() {
        return active ? stock.available() : 0;
    }

    public Shelf with(Stock changed) {
        return new Shelf(changed, active);
    }
}
