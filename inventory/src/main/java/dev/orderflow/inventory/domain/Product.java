package dev.orderflow.inventory.domain;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.contracts.value.Money;

/**
 * A product of the catalogue.
 *
 * @param sku its name for good
 * @param name what customers see
 * @param price of one piece
 * @param category an open set
 * @param active whether it may be ordered
 * @param version starts at 1 and grows with every change
 */
public record Product(String sku, String name, Money price, String category, boolean active, long version) {

    public Product {
        requireNonNull(sku, "sku is required");
        requireNonNull(name, "name is required");
        requireNonNull(price, "price is required");
        requireNonNull(category, "category is required");
    }

    /** The next version, with the content of another; this very version if the content is the same. */
    public Product becoming(Product wanted) {
        var same = wanted.withVersion(version);
        return same.equals(this) ? this : wanted.withVersion(version + 1);
    }

    /** The whole state, for those who keep a copy. */
    public ProductChanged asEvent() {
        return new ProductChanged(sku, name, price, category, active, version);
    }

    private Product withVersion(long number) {
        return new Product(sku, name, price, category, active, number);
    }
}
