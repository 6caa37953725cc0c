package dev.orderflow.shipping.persistence;

import dev.orderflow.shipping.domain.Shipment;

/**
 * A shipment that something is asked of.
 *
 * @param erased whether the customer was erased after the order was placed: then nobody is to learn again where they are
 */
public record Locked(Shipment shipment, boolean erased) {}
