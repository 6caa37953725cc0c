/** The HTTP side: what a customer may see of a shipment, and the carrier's webhooks. */
package dev.orderflow.shipping.api;
