package dev.orderflow.contracts.value;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A line of an order, priced when the order was placed.
 *
 * @param sku the product
 * @param name the product's name at that time
 * @param quantity pieces, at least 1
 * @param unitPrice the price of one piece at that time
 * @param lineTotal what the line costs, in the currency of the unit price
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record OrderLine(String sku, String name, int quantity, Money unitPrice, Money lineTotal) {

    public OrderLine {
        requireNonNull(sku, "sku is required");
        requireNonNull(name, "name is required");
        requireNonNull(unitPrice, "unitPrice is required");
        requireNonNull(lineTotal, "lineTotal is required");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is at least 1, not " + quantity);
        }
    }
}
