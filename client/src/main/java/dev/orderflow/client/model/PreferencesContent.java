package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;

/**
 * How to be told from now on: all of it. What is null is taken back.
 *
 * @param rotateSecret true: sign with a new secret, and open an endpoint again that was disabled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreferencesContent(
        String locale, String email, String phone, Set<Channel> channels, String webhookUrl, Boolean rotateSecret) {

    public PreferencesContent {
        channels = Set.copyOf(channels);
    }

    public static PreferencesContent of(String locale, Channel... channels) {
        return new PreferencesContent(locale, null, null, Set.of(channels), null, null);
    }

    public PreferencesContent at(String address) {
        return new PreferencesContent(locale, address, phone, channels, webhookUrl, rotateSecret);
    }

    public PreferencesContent withWebhook(String url) {
        return new PreferencesContent(locale, email, phone, channels, url, rotateSecret);
    }

    public PreferencesContent withNewSecret() {
        return new PreferencesContent(locale, email, phone, channels, webhookUrl, true);
    }

    @Override
    public String toString() {
        return "PreferencesContent[personal]";
    }
}
