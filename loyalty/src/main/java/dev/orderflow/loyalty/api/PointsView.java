package dev.orderflow.loyalty.api;

import dev.orderflow.loyalty.domain.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer has. */
@RegisterForReflection
@Schema(
        name = "Points",
        requiredProperties = {"customerId", "balance"})
record PointsView(String customerId, long balance) {

    static PointsView of(Account account) {
        return new PointsView(account.customerId(), account.balance());
    }
}
