package dev.orderflow.notification.channel;

import dev.orderflow.contracts.value.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes figures as a language does (Unicode CLDR, which the JDK brings along). Null stays null. */
record Figures(Locale locale, ZoneId zone) {

    /** CLDR's currencySpacing, which the JDK leaves out: a code would run into its amount. */
    private static final Pattern LETTER_BEFORE_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})");

    /** With the currency's own decimals: {@code €25.80}, {@code ₩25,800}, {@code BHD 1.250}. */
    String money(Money money) {
        if (money == null) {
            return null;
        }
        var currency = Currency.getInstance(money.currency());
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return LETTER_BEFORE_DIGIT.matcher(format.format(money.amount())).replaceFirst("\u00a0");
    }

    /** Its day: {@code January 2, 2026}, {@code 2026년 1월 2일}. */
    String day(Instant at) {
        return at == null
                ? null
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(at.atZone(zone));
    }

    String number(int number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }
}
