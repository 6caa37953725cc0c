package dev.orderflow.payment.domain.reconciliation;

import dev.orderflow.contracts.value.Money;

/**
 * What the provider's books say of an intent.
 *
 * @param order the order that it was made for, as we told the provider; null for an intent of somebody else
 * @param refunded refunds under way included
 */
public record Booked(String intentId, String order, Money captured, Money refunded) {

    /** Whether the provider keeps none of the customer's money. */
    boolean keepsNothing() {
        return captured.equals(refunded);
    }
}
