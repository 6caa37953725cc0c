package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How the recipient is told what happens.
 *
 * @param phone E.164; null for none
 * @param locale BCP 47; null for the default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewContact(String email, String phone, String locale) {

    public static NewContact of(String email) {
        return new NewContact(email, null, null);
    }

    @Override
    public String toString() {
        return "NewContact[personal]";
    }
}
