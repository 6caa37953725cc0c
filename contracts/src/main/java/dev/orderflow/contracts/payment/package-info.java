/** The events of {@code payment-events}, one record each. */
package dev.orderflow.contracts.payment;
