/** The events of {@code order-events}, one record each. */
package dev.orderflow.contracts.order;
