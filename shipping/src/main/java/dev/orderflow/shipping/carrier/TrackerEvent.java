package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of a webhook; the result is a tracker if the description begins with {@code tracker.}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TrackerEvent(
        @JsonProperty("description") String description,
        @JsonProperty("result") Tracker result) {

    boolean isAboutParcel() {
        return description != null
                && description.startsWith("tracker.")
                && result != null
                && result.shipmentId() != null
                && result.trackingCode() != null;
    }
}
