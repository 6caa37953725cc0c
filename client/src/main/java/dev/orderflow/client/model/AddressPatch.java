package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Another address in the place of an order's: the merge patch takes away what the new one does not have. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AddressPatch(
        String recipient, String line1, String line2, String city, String region, String postalCode, String country) {

    public static AddressPatch to(Address address) {
        return new AddressPatch(
                address.recipient(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.postalCode(),
                address.country());
    }

    @Override
    public String toString() {
        return "AddressPatch[personal]";
    }
}
