/** The events of {@code customer-events}, one record each. */
package dev.orderflow.contracts.customer;
