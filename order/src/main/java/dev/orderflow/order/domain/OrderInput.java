package dev.orderflow.order.domain;

import dev.orderflow.contracts.inventory.InventoryEvent;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.shipping.ShippingEvent;
import dev.orderflow.contracts.value.Address;

/** Everything that can move an order once it is placed. */
public sealed interface OrderInput {

    /** What inventory said. */
    record StockAnswered(InventoryEvent event) implements OrderInput {}

    /** What payment said. */
    record PaymentAnswered(PaymentEvent event) implements OrderInput {}

    /** What shipping said. */
    record ShippingAnswered(ShippingEvent event) implements OrderInput {}

    /** Time went by; ignored while the order's deadline has not passed, so that any replica may say it at any time. */
    record DeadlinePassed() implements OrderInput {}

    /** What a person wants; refused, not ignored, when the order's status does not allow it. */
    sealed interface Command extends OrderInput {}

    /** @param reason the person's own words; null to give {@link CancelReasons}' one for them */
    record Cancel(RequestedBy by, String reason) implements Command {}

    record ChangeAddress(Address address) implements Command {}

    /** @param reason the customer's own words; null if there are none */
    record AcceptReturn(String reason) implements Command {}

    /** An operator has the last request repeated to those who are still due. */
    record Retry() implements Command {}

    /** An operator closes a stuck saga by hand and says why. */
    record Resolve(Outcome outcome, String reason) implements Command {}

    /** What an operator may declare a stuck order to be. */
    enum Outcome {
        CANCELLED,
        DELIVERED,
        RETURNED
    }
}
