package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where an order stands. */
public enum OrderStatus {
    PENDING,
    RESERVED,
    CONFIRMED,
    RECALLING,
    CANCELLING,
    CANCELLED,
    SHIPPED,
    DELIVERED,
    RETURNING,
    REFUNDING,
    RETURNED,
    /** One that this version of the client has never heard of. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether nothing follows by itself: only a delivered order can still be sent back. */
    public boolean isSettled() {
        return this == CANCELLED || this == DELIVERED || this == RETURNED;
    }
}
