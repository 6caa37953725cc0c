package dev.orderflow.notification.domain;

/** How far an event has come on its way to an endpoint. */
public enum HookState {
    /** Is tried again at its next time. */
    PENDING,
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** Not tried again by itself: the endpoint is gone, or did not take it in time. */
    FAILED
}
