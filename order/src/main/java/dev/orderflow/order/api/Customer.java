package dev.orderflow.order.api;

import dev.orderflow.platform.security.Caller;
import java.util.Optional;

/**
 * Who orders, as the token says.
 *
 * @param email where mail goes if the order names no contact
 */
record Customer(String id, Optional<String> email) {

    /** To be called while the request runs. */
    static Customer of(Caller caller) {
        return new Customer(caller.subject(), caller.email());
    }

    /** Without the address, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return "Customer[" + id + "]";
    }
}
