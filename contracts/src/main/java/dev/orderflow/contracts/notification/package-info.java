/** The events of {@code user-notifications}, one record each. */
package dev.orderflow.contracts.notification;
