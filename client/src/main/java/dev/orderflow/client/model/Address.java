package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A postal address.
 *
 * @param line2 null if there is none
 * @param region null if there is none
 * @param country ISO 3166-1 alpha-2
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Address(
        String recipient, String line1, String line2, String city, String region, String postalCode, String country) {

    public static Address of(String recipient, String line1, String postalCode, String city, String country) {
        return new Address(recipient, line1, null, city, null, postalCode, country);
    }

    public Address withLine2(String line) {
        return new Address(recipient, line1, line, city, region, postalCode, country);
    }

    public Address inRegion(String name) {
        return new Address(recipient, line1, line2, city, name, postalCode, country);
    }

    /** Tells nothing, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return "Address[personal]";
    }
}
