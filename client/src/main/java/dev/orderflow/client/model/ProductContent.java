package dev.orderflow.client.model;

/** What an operator says about a product. */
public record ProductContent(String name, Money price, String category, boolean active) {}
