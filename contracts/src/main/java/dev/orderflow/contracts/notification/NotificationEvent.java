package dev.orderflow.contracts.notification;

import dev.orderflow.contracts.OrderScoped;

/**
 * What became of the messages to a customer about an order. Key: the order id. At least once, in order per order.
 */
public sealed interface NotificationEvent extends OrderScoped permits NotificationSent, NotificationFailed {}
