package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.http.Form;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parameters of a call, checked as the API checks them. */
record Parameters(Form form) {

    private static final long LARGEST_AMOUNT = 99_999_999;

    void allowOnly(String... names) {
        Set<String> allowed = Set.of(names);
        form.names().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw StripeError.invalid("parameter_unknown", unknown, "Received unknown parameter: " + unknown);
                });
    }

    String required(String name) {
        return form.get(name)
                .orElseThrow(
                        () -> StripeError.invalid("parameter_missing", name, "Missing required param: " + name + "."));
    }

    /** In minor units. */
    long amount(String name) {
        String text = required(name);
        if (!text.matches("-?[0-9]{1,18}")) {
            throw StripeError.invalid("parameter_invalid_integer", name, "Invalid integer: " + text);
        }
        long amount = Long.parseLong(text);
        if (amount < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", name, "This value must be greater than or equal to 1.");
        }
        if (amount > LARGEST_AMOUNT) {
            throw StripeError.invalid("amount_too_large", name, "Amount must be no more than 999,999.99");
        }
        return amount;
    }

    String currency() {
        String code = required("currency").toLowerCase(Locale.ROOT);
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT))
                    .getCurrencyCode()
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unknown) {
            throw StripeError.invalid("parameter_invalid", "currency", "Invalid currency: " + code);
        }
    }

    /** A known test token, as {@code payment_method} or as the token of {@code payment_method_data[card]}. */
    Optional<String> paymentMethod() {
        Optional<String> method = form.get("payment_method").or(() -> form.get("payment_method_data[card][token]"));
        method.filter(token -> TestCard.of(token).isEmpty()).ifPresent(unknown -> {
            throw StripeError.invalid("resource_missing", "payment_method", "No such PaymentMethod: '" + unknown + "'");
        });
        return method;
    }
}
