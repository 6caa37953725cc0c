package dev.orderflow.contracts.order;

import static java.util.Objects.requireNonNull;

import dev.orderflow.contracts.EventType;
import dev.orderflow.contracts.value.SkuQuantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The parcel left and can't be called back (state SHIPPED). Published by order, once per order. Read by inventory,
 * which consumes the reservation now, and by notification.
 *
 * @param orderId the order, which is also the key
 * @param customerId whose order it is; a pseudonym, not personal by itself
 * @param lines what left, one entry per sku
 * @param shipmentId the shipment
 * @param carrier the carrier's name
 * @param trackingNumber the carrier's number for the parcel
 * @param dispatchedAt when the carrier took it, by the carrier's clock
 * @param cancellationRefused whether a cancellation was asked for and came too late
 */
@EventType(name = "orderflow.order.shipped")
public record OrderShipped(
        UUID orderId,
        String customerId,
        List<SkuQuantity> lines,
        UUID shipmentId,
        String carrier,
        String trackingNumber,
        Instant dispatchedAt,
        boolean cancellationRefused)
        implements OrderEvent {

    public OrderShipped {
        requireNonNull(orderId, "orderId is required");
        requireNonNull(customerId, "customerId is required");
        lines = List.copyOf(requireNonNull(lines, "lines is required"));
        requireNonNull(shipmentId, "shipmentId is required");
        requireNonNull(carrier, "carrier is required");
        requireNonNull(trackingNumber, "trackingNumber is required");
        requireNonNull(dispatchedAt, "dispatchedAt is required");
    }
}
