package dev.orderflow.contracts.value;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * So many pieces of a product.
 *
 * @param sku the product
 * @param quantity pieces, at least 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SkuQuantity(String sku, int quantity) {

    public SkuQuantity {
        requireNonNull(sku, "sku is required");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is at least 1, not " + quantity);
        }
    }
}
