package dev.orderflow.shipping.domain;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;

/**
 * Where the customer is. Personal data: kept only while a label is being bought.
 *
 * @param address null when it was erased before it reached shipping
 * @param contact null if not given
 */
public record Destination(Address address, Contact contact) {

    boolean isKnown() {
        return address != null;
    }
}
