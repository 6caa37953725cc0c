package dev.orderflow.order.domain;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;

/**
 * Personal data of an order.
 *
 * @param address null once erased
 * @param contact null if not given, and once erased
 */
public record Recipient(Address address, Contact contact) {}
