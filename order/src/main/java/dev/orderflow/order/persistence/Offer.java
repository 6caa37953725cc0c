package dev.orderflow.order.persistence;

import dev.orderflow.order.domain.pricing.Product;
import java.util.Map;
import java.util.Set;

/**
 * What is sold today, and to whom not.
 *
 * @param products by sku; what is unknown is not in the map
 * @param beingErased customers whom somebody is erasing
 */
public record Offer(Map<String, Product> products, Set<String> beingErased) {

    public Offer {
        products = Map.copyOf(products);
        beingErased = Set.copyOf(beingErased);
    }
}
