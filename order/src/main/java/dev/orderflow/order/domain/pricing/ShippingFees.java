package dev.orderflow.order.domain.pricing;

import dev.orderflow.contracts.value.Money;
import java.util.Map;

/** What shipping costs, by currency. A currency without a rule ships for nothing. */
public record ShippingFees(Map<String, Rule> byCurrency) {

    /** @param freeFrom from this subtotal on shipping is free; null if it never is */
    public record Rule(Money fee, Money freeFrom) {}

    public ShippingFees {
        byCurrency = Map.copyOf(byCurrency);
    }

    Money of(Money subtotal) {
        var rule = byCurrency.get(subtotal.currency());
        return rule == null || isFree(rule, subtotal) ? Money.zero(subtotal.currency()) : rule.fee();
    }

    private static boolean isFree(Rule rule, Money subtotal) {
        return rule.freeFrom() != null && subtotal.compareTo(rule.freeFrom()) >= 0;
    }
}
