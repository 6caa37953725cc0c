package dev.orderflow.analytics.domain;

import static dev.orderflow.analytics.domain.Milestone.CANCELLED;
import static dev.orderflow.analytics.domain.Milestone.CLOSED;
import static dev.orderflow.analytics.domain.Milestone.CONFIRMED;
import static dev.orderflow.analytics.domain.Milestone.DELIVERED;
import static dev.orderflow.analytics.domain.Milestone.PLACED;
import static dev.orderflow.analytics.domain.Milestone.RESERVED;
import static dev.orderflow.analytics.domain.Milestone.SHIPPED;

import java.util.Locale;

/** A part of a saga whose length is measured, from one milestone to another. */
public enum Step {
    PLACED_RESERVED(PLACED, RESERVED),
    RESERVED_CONFIRMED(RESERVED, CONFIRMED),
    PLACED_CONFIRMED(PLACED, CONFIRMED),
    CONFIRMED_SHIPPED(CONFIRMED, SHIPPED),
    SHIPPED_DELIVERED(SHIPPED, DELIVERED),
    PLACED_DELIVERED(PLACED, DELIVERED),
    CANCELLED_CLOSED(CANCELLED, CLOSED);

    private final Milestone from;
    private final Milestone to;

    Step(Milestone from, Milestone to) {
        this.from = from;
        this.to = to;
    }

    Milestone from() {
        return from;
    }

    Milestone to() {
        return to;
    }

    /** {@code placed-confirmed}, for clients. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
