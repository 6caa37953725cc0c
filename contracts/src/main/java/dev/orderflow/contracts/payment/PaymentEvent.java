package dev.orderflow.contracts.payment;

import dev.orderflow.contracts.OrderScoped;

/**
 * What payment answers about an order's money. Key: the order id. At least once, in order per order.
 */
public sealed interface PaymentEvent extends OrderScoped
        permits PaymentCompleted, PaymentDeclined, PaymentVoided, PaymentRefunded, RefundFailed {}
