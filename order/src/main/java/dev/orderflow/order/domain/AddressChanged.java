package dev.orderflow.order.domain;

import dev.orderflow.contracts.Personal;
import dev.orderflow.contracts.value.Address;
import java.util.UUID;

/**
 * The customer corrected the address before the order was confirmed.
 *
 * @param shippingAddress where it goes now; personal, so null once erased
 */
public record AddressChanged(
        UUID orderId, String customerId, @Personal Address shippingAddress) implements InternalEvent {}
