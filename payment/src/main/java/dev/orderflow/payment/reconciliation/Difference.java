package dev.orderflow.payment.reconciliation;

import dev.orderflow.payment.domain.reconciliation.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * An intent that the provider's books and ours do not agree on.
 *
 * @param intent the provider's name for it
 * @param orderId as far as it is known
 * @param here absent if payment does not know the intent
 * @param there absent if the provider does not know it
 * @param firstSeenAt when a run found it first
 * @param lastSeenAt when a run found it last
 */
@RegisterForReflection
public record Difference(
        String intent, String orderId, Finding kind, Side here, Side there, Instant firstSeenAt, Instant lastSeenAt) {}
