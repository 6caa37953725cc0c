package dev.orderflow.notification.api;

import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Preferences;
import dev.orderflow.platform.problem.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @NotNull Set<@NotNull Channel> channels,

        @Size(max = 2000)
        @Pattern(regexp = "[\\x21-\\x7e]+", message = "must be a URL")
        @Schema(description = "https, port 443, a public host; needed for the channel WEBHOOK")
        String webhookUrl,

        @Schema(description = "true: sign with a new secret, and open an endpoint again that was disabled")
        Boolean rotateSecret) {

    /**
     * Without its endpoint.
     *
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} for a channel without an address
     */
    Preferences of(String customerId) {
        if (channels.contains(Channel.WEBHOOK) && webhookUrl == null) {
            throw Problems.invalid("webhookUrl", "is needed for the channel WEBHOOK");
        }
        if (rotates() && webhookUrl == null) {
            throw Problems.invalid("rotateSecret", "needs a webhookUrl");
        }
        return new Preferences(customerId, locale, email, phone, channels, null, 0);
    }

    boolean rotates() {
        return Boolean.TRUE.equals(rotateSecret);
    }

    /** Tells nothing, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return "PreferencesContent[personal]";
    }
}
