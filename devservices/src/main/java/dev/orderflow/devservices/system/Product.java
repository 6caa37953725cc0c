package dev.orderflow.devservices.system;

/**
 * A sample product.
 *
 * @param price a decimal string, in EUR
 * @param stock how many there are at first
 */
public record Product(String sku, String name, String price, String category, boolean active, int stock) {}
