package dev.orderflow.client.model;

/** @param delta pieces to add, negative to take away */
public record StockAdjustment(int delta, String reason) {}
