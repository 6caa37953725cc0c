package dev.orderflow.client.model;

import java.util.List;

/**
 * How much of a product was delivered.
 *
 * @param name what it was called when the last of these orders was placed
 * @param quantity pieces
 * @param revenue what those cost, without shipping; a sum for each currency
 */
public record BestSeller(String sku, String name, long quantity, List<Money> revenue) {}
