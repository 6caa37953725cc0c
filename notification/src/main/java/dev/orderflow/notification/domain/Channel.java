package dev.orderflow.notification.domain;

/** A way to tell a customer something. */
public enum Channel {
    EMAIL,
    WEBHOOK
}
