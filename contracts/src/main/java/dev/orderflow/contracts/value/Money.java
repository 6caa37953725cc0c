package dev.orderflow.contracts.value;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of one currency; {@code {"amount": "129.90", "currency": "EUR"}} in JSON. Never rounds, never mixes
 * currencies: what would need either is an exception. May be negative.
 *
 * @param amount with exactly the currency's number of decimals (ISO 4217: EUR 2, KRW 0, BHD 3); equality relies on it
 * @param currency ISO 4217 code
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) implements Comparable<Money> {

    /** @throws IllegalArgumentException for an unknown currency or another number of decimals than the currency's */
    public Money {
        requireNonNull(amount, "amount is required");
        requireNonNull(currency, "currency is required");
        int decimals = decimalsOf(currency);
        if (amount.scale() != decimals) {
            throw new IllegalArgumentException(currency + " has " + decimals + " decimals, not " + amount);
        }
    }

    /** @throws IllegalArgumentException as the constructor's, and if the text is no decimal number */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return ofMinorUnits(0, currency);
    }

    /** An amount given in the currency's smallest unit: 12990 is 129.90 EUR, 12990 KRW. */
    public static Money ofMinorUnits(long minorUnits, String currency) {
        return new Money(BigDecimal.valueOf(minorUnits, decimalsOf(currency)), currency);
    }

    /** @throws ArithmeticException if it exceeds a long */
    public long toMinorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    @JsonIgnore
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** For people and logs: {@code 129.90 EUR}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("can't combine " + this + " with " + other);
        }
    }

    private static int decimalsOf(String currency) {
        int decimals = currencyOf(currency).getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(currency + " is no currency that money is paid in");
        }
        return decimals;
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("unknown currency " + code, e);
        }
    }
}
