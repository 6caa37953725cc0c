package dev.orderflow.client.model;

/** Pieces on the shelves; {@code reserved} of them are promised to orders. */
public record Stock(String sku, long onHand, long reserved, long available, long version) {}
