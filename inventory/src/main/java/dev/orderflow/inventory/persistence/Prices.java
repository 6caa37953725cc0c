package dev.orderflow.inventory.persistence;

import dev.orderflow.contracts.value.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Money from its two columns. */
final class Prices {

    private Prices() {}

    /** A numeric may come back with another scale than the currency's; its value is the same, or this throws. */
    static Money of(BigDecimal amount, String currency) {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(amount.setScale(decimals), currency);
    }
}
