package dev.orderflow.order.domain.pricing;

/**
 * What a client wants; a sku may occur more than once.
 *
 * @param quantity pieces, at least 1
 */
public record Item(String sku, int quantity) {}
