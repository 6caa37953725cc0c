package dev.orderflow.inventory.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The pieces of one product. No operation can leave 0 &le; reserved &le; onHand: one that would is a defect of its
 * caller and throws, except {@link #adjust}, which an operator may well get wrong.
 *
 * @param sku the product
 * @param onHand pieces on the shelf, reserved ones included
 * @param reserved pieces that are promised to orders and have not left yet
 * @param version 0 for a product that never had any; grows with every change
 */
public record Stock(String sku, long onHand, long reserved, long version) {

    public Stock {
        requireNonNull(sku, "sku is required");
        if (reserved < 0 || reserved > onHand) {
            throw new IllegalStateException("%d of %d pieces of %s can't be reserved".formatted(reserved, onHand, sku));
        }
    }

    /** A product that never had any stock. */
    public static Stock none(String sku) {
        return new Stock(sku, 0, 0, 0);
    }

    /** Pieces that can still be promised. */
    public long available() {
        return onHand - reserved;
    }

    /** Promises pieces to an order. */
    public Stock reserve(int quantity) {
        return next(onHand, reserved + positive(quantity));
    }

    /** Takes a promise back. */
    public Stock release(int quantity) {
        return next(onHand, reserved - positive(quantity));
    }

    /** Promised pieces left the shelf. */
    public Stock consume(int quantity) {
        return next(onHand - positive(quantity), reserved - quantity);
    }

    /** Pieces that had left are on the shelf again. */
    public Stock restock(int quantity) {
        return next(Math.addExact(onHand, positive(quantity)), reserved);
    }

    /**
     * Counts goods in or out.
     *
     * @return empty if fewer pieces than are reserved would be left
     */
    public Optional<Stock> adjust(int delta) {
        long counted = Math.addExact(onHand, delta);
        return counted < reserved ? Optional.empty() : Optional.of(next(counted, reserved));
    }

    private Stock next(long onHand, long reserved) {
        return new Stock(sku, onHand, reserved, version + 1);
    }

    private static int positive(int quantity) {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity is at least 1, not " + quantity);
        }
        return quantity;
    }
}
