/** The events of {@code shipping-events}, one record each. */
package dev.orderflow.contracts.shipping;
