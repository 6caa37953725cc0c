package dev.orderflow.payment.reconciliation;

import java.time.Instant;

/** The last difference of the page before. */
public record After(Instant firstSeenAt, String intent) {}
