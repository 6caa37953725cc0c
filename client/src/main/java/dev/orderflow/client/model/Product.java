package dev.orderflow.client.model;

/** What is sold. */
public record Product(String sku, String name, Money price, String category, boolean active, long version) {}
