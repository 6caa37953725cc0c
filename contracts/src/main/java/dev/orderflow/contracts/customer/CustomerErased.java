package dev.orderflow.contracts.customer;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orderflow.contracts.EventType;
import java.time.Instant;

/**
 * A customer's personal data must be gone. Published by order, which refuses while an order of the customer is
 * open. Read by every service, each of which deletes what its journal keeps apart for the customer and the copies
 * that it made; repeating it changes nothing.
 *
 * @param customerId whose data; also the key
 * @param at when the erasure was asked for; covers everything recorded until then
 */
@EventType(name = "orderflow.customer.erased")
public record CustomerErased(String customerId, Instant at) implements CustomerEvent {

    public CustomerErased {
        requireNonNull(customerId, "customerId is required");
        requireNonNull(at, "at is required");
    }

    @Override
    @JsonIgnore
    public String key() {
        return customerId;
    }
}
