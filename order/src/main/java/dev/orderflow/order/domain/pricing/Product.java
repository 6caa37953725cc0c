package dev.orderflow.order.domain.pricing;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.value.Money;

/** What order knows of a product: its own copy of inventory's. */
public record Product(String sku, String name, Money price, boolean active) {

    public Product {
        requireNonNull(sku, "sku is required");
        requireNonNull(name, "name is required");
        requireNonNull(price, "price is required");
    }
}
