package dev.orderflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells Orderflow's webhooks from forged and from replayed ones (Standard Webhooks). */
public final class WebhookVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final List<SecretKeySpec> keys;
    private final Clock clock;

    /** @param secrets as {@code PUT /preferences} showed them: the present one, and the one before while both are in use */
    public WebhookVerifier(String... secrets) {
        this(Clock.systemUTC(), secrets);
    }

    WebhookVerifier(Clock clock, String... secrets) {
        this.clock = clock;
        this.keys = Arrays.stream(secrets).map(WebhookVerifier::key).toList();
    }

    private static SecretKeySpec key(String secret) {
        var bytes = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    /**
     * The event, or nothing if it is not genuine or more than five minutes old.
     *
     * @param id of the header {@code webhook-id}; null, as the others, if there is none
     * @param timestamp of {@code webhook-timestamp}
     * @param signatures of {@code webhook-signature}
     * @param body as it came, before anything has read it
     */
    public Optional<WebhookEvent> verified(String id, String timestamp, String signatures, byte[] body) {
        if (id == null || signatures == null || !isPresent(timestamp) || !isSigned(id, timestamp, signatures, body)) {
            return Optional.empty();
        }
        try {
            var event = Json.read(body, WebhookEvent.Body.class);
            return Optional.of(new WebhookEvent(id, event.type(), event.timestamp(), event.data()));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private boolean isPresent(String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long away = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        return Math.abs(away) <= TOLERANCE.toSeconds();
    }

    private boolean isSigned(String id, String timestamp, String signatures, byte[] body) {
        var given = signatures.split(" ");
        return keys.stream()
                .map(key -> signature(key, id, timestamp, body))
                .anyMatch(expected -> Arrays.stream(given)
                        .anyMatch(each -> MessageDigest.isEqual(each.getBytes(UTF_8), expected.getBytes(UTF_8))));
    }

    private static String signature(SecretKeySpec key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
