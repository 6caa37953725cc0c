package dev.orderflow.contracts.customer;

import dev.orderflow.contracts.Event;

/**
 * What order says about a customer. Key: the customer id. At least once, in order per customer.
 */
public sealed interface CustomerEvent extends Event permits CustomerErased {}
