package dev.orderflow.payment.gateway;

import dev.orderflow.payment.domain.Fact;
import java.util.Optional;

/** What a refund says about itself. */
final class RefundFacts {

    private RefundFacts() {}

    /** Empty while it is under way. */
    static Optional<Fact> of(StripeRefund refund) {
        if (refund.hasFailed()) {
            return Optional.of(new Fact.RefundBroke(refund.id(), refund.whyFailed()));
        }
        return refund.hasSucceeded() ? Optional.of(new Fact.RefundSettled(refund.id())) : Optional.empty();
    }
}
