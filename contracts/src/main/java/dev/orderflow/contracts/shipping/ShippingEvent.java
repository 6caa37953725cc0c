package dev.orderflow.contracts.shipping;

import dev.orderflow.contracts.OrderScoped;

/**
 * What shipping answers about an order's parcel and its return. Key: the order id. At least once, in order per
 * order.
 */
public sealed interface ShippingEvent extends OrderScoped
        permits ShipmentScheduled,
                ShipmentRejected,
                ShipmentDispatched,
                ShipmentDelivered,
                ShipmentCancelled,
                ReturnReceived {}
