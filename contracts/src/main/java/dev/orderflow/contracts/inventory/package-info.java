/** The events of {@code inventory-events}, one record each. */
package dev.orderflow.contracts.inventory;
