/** What happens to a shipment, decided without any I/O: from a shipment and an input to a step. */
package dev.orderflow.shipping.domain;
