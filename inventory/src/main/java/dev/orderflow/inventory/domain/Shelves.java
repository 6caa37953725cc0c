package dev.orderflow.inventory.domain;

import java.util.Optional;

/** The shelves as they are at the moment of a decision, with the effects of the decisions before it. */
@FunctionalInterface
public interface Shelves {

    /** Empty for a product that inventory does not know. */
    Optional<Shelf> find(String sku);
}
