package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.reconciliation.Booked;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A PaymentIntent with its charge, or the reason why there is none.
 *
 * @param amountReceived in minor units
 * @param latestCharge null until somebody tried to take the money
 * @param error null unless the call was refused
 */
@RegisterForReflection
public record StripeBooking(
        String id,
        @JsonProperty("amount_received") long amountReceived,
        String currency,
        Map<String, String> metadata,
        @JsonProperty("latest_charge") Charge latestCharge,
        StripeError error) {

    /** @param amountRefunded in minor units */
    @RegisterForReflection
    public record Charge(@JsonProperty("amount_refunded") long amountRefunded) {}

    Booked booked() {
        return new Booked(
                id,
                Optional.ofNullable(metadata).map(all -> all.get("order")).orElse(null),
                money(amountReceived),
                money(latestCharge == null ? 0 : latestCharge.amountRefunded()));
    }

    private Money money(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, currency.toUpperCase(Locale.ROOT));
    }
}
