/** The events of {@code product-events}, one record each. */
package dev.orderflow.contracts.product;
