package dev.orderflow.order.domain;

import java.util.UUID;

/** The carrier issued a label; the parcel has not left. */
public record ParcelTracked(UUID orderId, String customerId, UUID shipmentId, String carrier, String trackingNumber)
        implements InternalEvent {}
