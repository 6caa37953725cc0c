package dev.orderflow.devservices.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How an outside party is configured: by variables alone, since a command line is no place for secrets. {@code PARTY_PORT},
 * {@code PARTY_DATA}, {@code PARTY_API_KEY}, {@code PARTY_WEBHOOK_URL}, {@code PARTY_WEBHOOK_SECRET}, and delays such as
 * {@code PARTY_DISPATCH_DELAY} in milliseconds.
 */
public record Settings(Map<String, String> variables) {

    public static final String PORT = "PARTY_PORT";
    public static final String DATA = "PARTY_DATA";
    public static final String API_KEY = "PARTY_API_KEY";
    public static final String WEBHOOK_URL = "PARTY_WEBHOOK_URL";
    public static final String WEBHOOK_SECRET = "PARTY_WEBHOOK_SECRET";

    public static Settings ofEnvironment() {
        return new Settings(System.getenv());
    }

    public int port() {
        return Integer.parseInt(required(PORT));
    }

    /** The directory for what must survive a restart. */
    public Path data() {
        return Path.of(required(DATA));
    }

    public String apiKey() {
        return required(API_KEY);
    }

    /** One for each replica of the receiver, with a space between; none if it is not known yet. */
    public List<URI> webhookUrls() {
        return Stream.of(variables.getOrDefault(WEBHOOK_URL, "").split(" "))
                .filter(url -> !url.isEmpty())
                .map(URI::create)
                .toList();
    }

    public String webhookSecret() {
        return required(WEBHOOK_SECRET);
    }

    public Duration delay(String name, Duration otherwise) {
        String millis = variables.get("PARTY_" + name + "_DELAY");
        return millis == null ? otherwise : Duration.ofMillis(Long.parseLong(millis));
    }

    public String required(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
