package dev.orderflow.payment.reconciliation;

import java.time.Instant;

/** A run that has begun. */
record Run(long number, Instant startedAt) {}
