package dev.orderflow.client.model;

/** What may be changed of an order. */
public record OrderPatch(AddressPatch shippingAddress) {}
