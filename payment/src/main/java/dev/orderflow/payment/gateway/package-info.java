/** The port to the payment provider: calls, webhooks, and the tasks that make the calls. Speaks Stripe's API. */
package dev.orderflow.payment.gateway;
