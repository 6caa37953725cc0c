package dev.orderflow.notification.api;

import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Preferences;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** How the caller wants to be told: all of it, what is left out is taken back. Lengths are RFC 5321's, E.164's and RFC 5646's. */
@RegisterForReflection
record PreferencesContent(
        @NotNull
        @Size(max = 35)
        @Pattern(
                regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,17}",
                message = "must be a BCP 47 language tag, de-DE for instance")
        String locale,

        @Size(max = 254)
        @Pattern(regexp = "[^\\s\\p{Cntrl}]+", message = "must be one e-mail address")
        @Email(message = "must be an e-mail address")
        String email,

        @Pattern(regexp = "\\+[1-9][0-9]{1,14}", message = "must be an E.164 number, +4930123456 for instance")
        String phone,

        @NotNull Set<@NotNull Channel> channels) {

    Preferences of(String customerId) {
        return new Preferences(customerId, locale, email, phone, channels, 0);
    }

    /** Tells nothing, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return "PreferencesContent[personal]";
    }
}
