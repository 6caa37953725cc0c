package dev.orderflow.client.model;

/** @param quantity 1 to 10,000 pieces */
public record NewItem(String sku, int quantity) {}
