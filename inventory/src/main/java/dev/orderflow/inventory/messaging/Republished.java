package dev.orderflow.inventory.messaging;

import dev.orderflow.inventory.domain.Product;
import dev.orderflow.messaging.journal.NewEvent;

/** A product's present state, published once more. */
final class Republished {

    private Republished() {}

    /** The version is the product's own: it is the same state, not a new one. */
    static NewEvent of(Product product) {
        return new NewEvent(product.sku(), product.version(), product.asEvent());
    }
}
