package dev.orderflow.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a customer wants events sent.
 *
 * @param id another for each address and each secret, so that what is learned of an old one never hits the new one
 * @param previousSecret signs as well until {@code previousUntil}, so that a receiver can change over; or null
 * @param disabledAt when the endpoint said that it is gone for good; or null
 */
public record Endpoint(
        UUID id, String url, String secret, String previousSecret, Instant previousUntil, Instant disabledAt) {

    /** How long a secret that was replaced signs beside the new one. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    public static Endpoint fresh(UUID id, String url, String secret) {
        return new Endpoint(id, url, secret, null, null, null);
    }

    /** The same address with another secret; open again if it was disabled. */
    public Endpoint rotated(UUID next, String fresh, Instant now) {
        return new Endpoint(next, url, fresh, secret, now.plus(OVERLAP), null);
    }

    public boolean isOpen() {
        return disabledAt == null;
    }

    /** What an event is signed with now; the newest first. */
    public List<String> secrets(Instant now) {
        return previousSecret != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    /** Tells no address and no secret, should it ever reach a log. */
    @Override
    public String toString() {
        return "Endpoint[" + id + "]";
    }
}
