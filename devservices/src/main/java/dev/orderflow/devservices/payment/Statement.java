package dev.orderflow.devservices.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What the provider's books say about one order: the page that an auditor reads.
 *
 * @param captured money that was taken, a decimal with the currency's own number of decimals
 * @param refunded money that was given back, refunds under way included
 * @param at when the payment was asked for
 */
record Statement(String order, String intent, String captured, String refunded, String currency, String at) {

    /** One line per intent that took money, oldest first. */
    static List<Statement> of(Ledger ledger) {
        return ledger.reading(books -> books.intents().stream()
                .filter(intent -> intent.captured() > 0)
                .map(intent -> of(intent, books.refunded(intent.id())))
                .toList());
    }

    private static Statement of(Intent intent, long refunded) {
        Currency currency = Currency.getInstance(intent.currency().toUpperCase(Locale.ROOT));
        return new Statement(
                intent.metadata().get("order"),
                intent.id(),
                decimal(intent.captured(), currency),
                decimal(refunded, currency),
                currency.getCurrencyCode(),
                Instant.ofEpochSecond(intent.created()).toString());
    }

    private static String decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
    }
}
