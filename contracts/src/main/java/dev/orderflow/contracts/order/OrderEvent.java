package dev.orderflow.contracts.order;

import dev.orderflow.contracts.OrderScoped;

/**
 * Everything order says about an order, in the order of its life: the saga itself. Key: the order id, so all of an
 * order is in one partition, in order. Published at least once; the event id tells duplicates apart.
 */
public sealed interface OrderEvent extends OrderScoped
        permits OrderPlaced,
                PaymentRequested,
                OrderConfirmed,
                ShipmentRecallRequested,
                OrderShipped,
                OrderDelivered,
                OrderCancelled,
                OrderClosed,
                ReturnAccepted,
                OrderReturned,
                ReturnClosed,
                OrderStuck {}
