package dev.orderflow.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a customer wants to be told.
 *
 * @param webhookDisabledAt when the endpoint answered 410: nothing is sent there until the secret or the URL is another
 * @param webhookSecret what events are signed with: shown once, by the change that made it
 */
public record Preferences(
        String locale,
        Optional<String> email,
        Optional<String> phone,
        List<Channel> channels,
        Optional<String> webhookUrl,
        Optional<Instant> webhookDisabledAt,
        Optional<String> webhookSecret) {

    @Override
    public String toString() {
        return "Preferences[personal]";
    }
}
