package dev.orderflow.payment.reconciliation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * The newest run that has come to its end.
 *
 * @param compared how many intents it compared
 */
@RegisterForReflection
public record LastRun(Instant startedAt, Instant finishedAt, long compared) {}
