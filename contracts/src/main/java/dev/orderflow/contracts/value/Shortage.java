package dev.orderflow.contracts.value;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A product of which an order wanted more than there was.
 *
 * @param sku the product
 * @param requested pieces the whole order wanted, at least 1
 * @param available pieces there were, at least 0; 0 for an unknown product too
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Shortage(String sku, int requested, int available) {

    public Shortage {
        requireNonNull(sku, "sku is required");
        if (requested < 1 || available < 0) {
            throw new IllegalArgumentException("impossible shortage: " + requested + " of " + available);
        }
    }
}
