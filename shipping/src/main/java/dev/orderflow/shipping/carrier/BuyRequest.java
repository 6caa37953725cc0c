package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of {@code POST /v2/shipments/{id}/buy}. */
record BuyRequest(@JsonProperty("rate") Rate rate) {

    record Rate(@JsonProperty("id") String id) {}

    static BuyRequest of(String rate) {
        return new BuyRequest(new Rate(rate));
    }
}
