package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** A way to tell a customer something. */
public enum Channel {
    EMAIL,
    WEBHOOK,
    /** One that this version of the client has never heard of. Can't be sent. */
    @JsonEnumDefaultValue
    UNKNOWN
}
