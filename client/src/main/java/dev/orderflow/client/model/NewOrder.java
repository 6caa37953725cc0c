package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An order to be placed. Prices come from the server alone.
 *
 * @param items 1 to 100 lines
 * @param reference the shop's own; null for none
 * @param contact how the customer is told; null for what they have said in their preferences, or the token's e-mail
 * @param expectedTotal refuse it (409 {@code price-changed}) if it costs anything else; null for any price
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewOrder(
        List<NewItem> items,
        Address shippingAddress,
        NewPayment payment,
        String reference,
        NewContact contact,
        Money expectedTotal) {

    public NewOrder {
        items = List.copyOf(items);
    }

    public static NewOrder of(List<NewItem> items, Address shippingAddress, NewPayment payment) {
        return new NewOrder(items, shippingAddress, payment, null, null, null);
    }

    public NewOrder withReference(String text) {
        return new NewOrder(items, shippingAddress, payment, text, contact, expectedTotal);
    }

    public NewOrder withContact(NewContact told) {
        return new NewOrder(items, shippingAddress, payment, reference, told, expectedTotal);
    }

    public NewOrder expecting(Money total) {
        return new NewOrder(items, shippingAddress, payment, reference, contact, total);
    }

    @Override
    public String toString() {
        return "NewOrder" + items;
    }
}
