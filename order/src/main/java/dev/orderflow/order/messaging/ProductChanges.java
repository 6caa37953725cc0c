package dev.orderflow.order.messaging;

import dev.orderflow.contracts.product.ProductChanged;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The newest version of each product in one batch. */
final class ProductChanges {

    private final Map<String, ProductChanged> newest = new HashMap<>();

    /** @return false if the batch holds that version or a newer one already */
    boolean add(ProductChanged change) {
        var known = newest.get(change.sku());
        if (known != null && known.version() >= change.version()) {
            return false;
        }
        newest.put(change.sku(), change);
        return true;
    }

    Collection<ProductChanged> newest() {
        return newest.values();
    }
}
