package dev.orderflow.contracts.product;

import dev.orderflow.contracts.Event;

/**
 * State of the catalogue, published by inventory. Key: the sku. The topic is compacted: at least the newest event
 * of each sku is kept.
 */
public sealed interface ProductEvent extends Event permits ProductChanged {}
