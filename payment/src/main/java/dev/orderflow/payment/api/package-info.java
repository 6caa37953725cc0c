/** The HTTP side: what operators see of payments, and the provider's webhooks. */
package dev.orderflow.payment.api;
