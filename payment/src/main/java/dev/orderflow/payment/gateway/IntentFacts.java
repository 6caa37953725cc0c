package dev.orderflow.payment.gateway;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.Fact;
import java.util.Locale;
import java.util.Optional;

/** What an intent says about the payment. */
final class IntentFacts {

    private IntentFacts() {}

    /** Empty while nothing is decided. A refused call, one for an intent that doesn't exist included, took no money. */
    static Optional<Fact> of(StripeIntent intent) {
        if (intent.error() != null) {
            return Optional.of(declined(intent.error()));
        }
        return switch (intent.status()) {
            case StripeIntent.SUCCEEDED -> Optional.of(new Fact.Captured(received(intent)));
            case StripeIntent.CANCELED -> Optional.of(new Fact.IntentCancelled());
            case StripeIntent.NEEDS_METHOD ->
                Optional.ofNullable(intent.lastPaymentError()).map(IntentFacts::declined);
            default -> Optional.empty();
        };
    }

    static Money received(StripeIntent intent) {
        return Money.ofMinorUnits(intent.amountReceived(), intent.currency().toUpperCase(Locale.ROOT));
    }

    private static Fact declined(StripeError error) {
        return new Fact.Declined(error.reason(), error.publicMessage());
    }
}
