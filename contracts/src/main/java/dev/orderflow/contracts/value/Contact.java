package dev.orderflow.contracts.value;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How to reach a customer. Personal data: only in components marked {@link dev.orderflow.contracts.Personal}.
 *
 * @param email null if not given
 * @param phone E.164; null if not given
 * @param locale BCP 47 language tag for what is written to the customer; null if not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Contact(String email, String phone, String locale) {

    /** Tells nothing, so that a contact never reaches a log by accident. */
    @Override
    public String toString() {
        return "Contact[personal]";
    }
}
