package dev.orderflow.order.application;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.order.domain.PaymentMeans;
import dev.orderflow.order.domain.Recipient;
import dev.orderflow.order.domain.pricing.Item;
import java.util.List;
import java.util.UUID;

/**
 * An order as its customer wants it.
 *
 * @param id the order's id, made by the caller, who may need it for the hold's name
 * @param reference the shop's own name for it; null if there is none
 * @param recipient address and contact; the contact is the order's, else the token's e-mail
 * @param expectedTotal what the customer was told it costs; null if the client does not care
 * @param hold the name of the hold on stock; null if none was taken
 */
public record NewOrder(
        UUID id,
        String customerId,
        String reference,
        List<Item> items,
        Recipient recipient,
        PaymentMeans means,
        Money expectedTotal,
        String hold) {

    public NewOrder {
        items = List.copyOf(items);
    }
}
