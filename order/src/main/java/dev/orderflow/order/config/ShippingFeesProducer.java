package dev.orderflow.order.config;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.order.config.ShippingFeeConfig.Fee;
import dev.orderflow.order.domain.pricing.ShippingFees;
import dev.orderflow.order.domain.pricing.ShippingFees.Rule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** A fee with the wrong number of decimals stops the start, not the first order. */
@ApplicationScoped
class ShippingFeesProducer {

    @Produces
    @Singleton
    ShippingFees shippingFees(ShippingFeeConfig config) {
        return new ShippingFees(config.byCurrency().entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, fee -> rule(fee.getKey(), fee.getValue()))));
    }

    private static Rule rule(String currency, Fee fee) {
        var freeFrom = fee.freeFrom().map(amount -> new Money(amount, currency)).orElse(null);
        return new Rule(new Money(fee.fee(), currency), freeFrom);
    }
}
