package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * Why the provider refused.
 *
 * @param code a stable name; null for some types
 * @param declineCode what the card's bank said; null unless a card was declined
 * @param message for people; may quote what was sent, so only a card's is passed on
 */
@RegisterForReflection
public record StripeError(
        String type,
        String code,
        @JsonProperty("decline_code") String declineCode,
        String message) {

    private static final String GENERIC = "generic_decline";

    /** The most telling name there is for it. */
    String reason() {
        return Optional.ofNullable(declineCode)
                .filter(bank -> !bank.equals(GENERIC))
                .or(() -> Optional.ofNullable(code))
                .or(() -> Optional.ofNullable(type))
                .orElse("unknown");
    }

    /** For the customer; null if it isn't meant for them. */
    String publicMessage() {
        return "card_error".equals(type) ? message : null;
    }

    boolean is(String expected) {
        return expected.equals(code);
    }
}
