package dev.orderflow.payment.domain;

import dev.orderflow.contracts.value.RefundCause;

/** OrderCancelled or OrderReturned with PAYMENT due. A higher round is a new request, owed an answer of its own. */
public record UndoAsked(RefundCause cause, int round) implements Input {}
