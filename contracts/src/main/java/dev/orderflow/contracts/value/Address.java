package dev.orderflow.contracts.value;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A postal address. Personal data: only in components marked {@link dev.orderflow.contracts.Personal}.
 *
 * @param recipient the person or company
 * @param line1 street and number
 * @param line2 null if there is none
 * @param city the town
 * @param region state or province; null if there is none
 * @param postalCode as the country writes it
 * @param country ISO 3166-1 alpha-2 code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Address(
        String recipient, String line1, String line2, String city, String region, String postalCode, String country) {

    public Address {
        requireNonNull(recipient, "recipient is required");
        requireNonNull(line1, "line1 is required");
        requireNonNull(city, "city is required");
        requireNonNull(postalCode, "postalCode is required");
        requireNonNull(country, "country is required");
    }

    /** Tells nothing, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return "Address[personal]";
    }
}
