package dev.orderflow.payment.gateway;

import dev.orderflow.contracts.value.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** A list of refunds, newest first; null with an error. */
@RegisterForReflection
public record StripeRefunds(List<StripeRefund> data, StripeError error) {

    /**
     * The newest of those that have not failed, if they pay back all of this sum together: a part may have been paid back
     * by hand.
     *
     * @param sum null, of which nothing is the whole, if it is not known
     */
    Optional<StripeRefund> payingBack(Money sum) {
        var made = data.stream().filter(refund -> !refund.hasFailed()).toList();
        long total = made.stream().mapToLong(StripeRefund::amount).sum();
        return made.stream().findFirst().filter(newest -> sum != null && total == sum.toMinorUnits());
    }
}
