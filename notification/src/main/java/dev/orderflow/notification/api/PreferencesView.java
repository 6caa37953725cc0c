package dev.orderflow.notification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.notification.domain.Channel;
import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.Preferences;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the caller wants to be told. */
@RegisterForReflection
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Preferences",
        requiredProperties = {"locale", "channels"})
record PreferencesView(
        String locale,
        String email,
        String phone,
        List<Channel> channels,
        String webhookUrl,

        @Schema(description = "when the endpoint answered 410: nothing is sent there until rotateSecret or another URL")
        Instant webhookDisabledAt,

        @Schema(description = "what events are signed with; shown once, by the PUT that made it")
        String webhookSecret) {

    static PreferencesView of(Preferences said) {
        return of(said, null);
    }

    /** @param secret that is shown this once; null for none */
    static PreferencesView of(Preferences said, String secret) {
        var endpoint = Optional.ofNullable(said.endpoint());
        return new PreferencesView(
                said.locale(),
                said.email(),
                said.phone(),
                said.channels().stream().sorted().toList(),
                endpoint.map(Endpoint::url).orElse(null),
                endpoint.map(Endpoint::disabledAt).orElse(null),
                secret);
    }

    @Override
    public String toString() {
        return "PreferencesView[personal]";
    }
}
