package dev.orderflow.analytics.domain;

import dev.orderflow.contracts.value.Money;
import java.time.Instant;

/**
 * Something that concerns one customer: an order of theirs reached a milestone, or they are to be forgotten.
 *
 * @param reached null if they are to be forgotten
 * @param orderedAt when that order was placed; null if they are to be forgotten
 * @param at when it was reached, or until when everything is forgotten
 * @param money what came or went with it; null if nothing did
 */
public record CustomerEntry(Milestone reached, Instant orderedAt, Instant at, Money money) {

    public static CustomerEntry erasure(Instant at) {
        return new CustomerEntry(null, null, at, null);
    }

    boolean isErasure() {
        return reached == null;
    }
}
