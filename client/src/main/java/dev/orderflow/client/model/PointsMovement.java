package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.UUID;

/**
 * Points that came or went.
 *
 * @param points more than zero if they came, less if they went
 */
public record PointsMovement(UUID id, UUID orderId, Kind kind, long points, Instant at) {

    /** Why. */
    public enum Kind {
        /** The order was delivered. */
        EARNED,
        /** That order was returned, or cancelled by hand. */
        TAKEN_BACK,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
