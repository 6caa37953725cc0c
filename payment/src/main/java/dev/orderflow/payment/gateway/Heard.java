package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.journal.Cause;

/**
 * A notice that has come.
 *
 * @param cause the request that brought it
 */
record Heard(Notice notice, Cause cause) {}
