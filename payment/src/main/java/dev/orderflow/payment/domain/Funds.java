package dev.orderflow.payment.domain;

import dev.orderflow.contracts.value.Money;

/**
 * The money of a payment, all of it in one currency.
 *
 * @param amount what the order costs
 * @param captured what the provider took
 * @param refunded what the provider paid back
 */
public record Funds(Money amount, Money captured, Money refunded) {

    static Funds due(Money amount) {
        var nothing = Money.zero(amount.currency());
        return new Funds(amount, nothing, nothing);
    }

    Funds taking(Money taken) {
        return new Funds(amount, taken, Money.zero(taken.currency()));
    }

    Funds payingBackAll() {
        return new Funds(amount, captured, captured);
    }

    Funds payingBackNothing() {
        return new Funds(amount, captured, Money.zero(captured.currency()));
    }
}
