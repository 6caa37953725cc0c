package dev.orderflow.contracts.product;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.Money;

/**
 * The whole present state of a product: the newest version wins and replaces what is known. Published by inventory
 * on each change and again when it takes over the relay. The topic is compacted, so a reader sees each sku at
 * least once and maybe not every version. Read by order, which prices from its own copy; apply by version, not by
 * inbox, so that the topic can be read again from its start.
 *
 * @param sku the product; also the key
 * @param name what customers see
 * @param price the price of one piece
 * @param category an open set
 * @param active whether it may be ordered
 * @param version starts at 1 and grows with every change of the sku
 */
@EventType(name = "orderflow.product.changed")
public record ProductChanged(String sku, String name, Money price, String category, boolean active, long version)
        implements ProductEvent {

    public ProductChanged {
        requireNonNull(sku, "sku is required");
        requireNonNull(name, "name is required");
        requireNonNull(price, "price is required");
        requireNonNull(category, "category is required");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1, not " + version);
        }
    }

    @Override
    @JsonIgnore
    public String key() {
        return sku;
    }
}
