package dev.orderflow.order.application;

import java.util.UUID;

/** The journal was kept for a limited time, and the order is older. */
public final class HistoryGoneException extends RuntimeException {

    HistoryGoneException(UUID orderId) {
        super("the journal no longer reaches back to the beginning of order " + orderId);
    }
}
