package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/** In the customer's own words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reason(String reason) {

    @Override
    public String toString() {
        return "Reason[personal]";
    }
}
