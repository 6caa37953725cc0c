package dev.orderflow.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where a customer wants events sent.
 *
 * @param id another for each address and each secret, so that what is learned of an old one never hits the new one
 * @param secret as it is stored, sealed; so are those that were replaced
 * @param replaced what signs beside the secret for a while, so that a receiver can change over: the one that it replaced and
 *     the oldest, the newest first
 * @param disabledAt when the endpoint said that it is gone for good; or null
 */
public record Endpoint(UUID id, String url, String secret, List<OldSecret> replaced, Instant disabledAt) {

    /** How long a secret that was replaced signs beside the new one. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    public Endpoint {
        replaced = List.copyOf(replaced);
    }

    public static Endpoint fresh(UUID id, String url, String secret) {
        return new Endpoint(id, url, secret, List.of(), null);
    }

    /**
     * The same address with another secret; open again if it was disabled. Of those replaced before, the oldest that still
     * signs goes on: who loses the answer that shows a secret rotates again, and the receiver has the one before all of
     * them. What was made and replaced in between has probably reached nobody.
     */
    public Endpoint rotated(UUID next, String fresh, Instant now) {
        var oldest = replaced.reversed().stream().filter(old -> old.signs(now)).limit(1);
        var old = Stream.concat(Stream.of(new OldSecret(secret, now.plus(OVERLAP))), oldest);
        return new Endpoint(next, url, fresh, old.toList(), null);
    }

    /** The same secrets, those that were replaced stored otherwise. */
    public Endpoint storingReplaced(UnaryOperator<String> change) {
        var changed = replaced.stream().map(old -> new OldSecret(change.apply(old.secret()), old.until()));
        return new Endpoint(id, url, secret, changed.toList(), disabledAt);
    }

    public boolean isOpen() {
        return disabledAt == null;
    }

    /** What an event is signed with now; the newest first. */
    public List<String> secrets(Instant now) {
        var old = replaced.stream().filter(each -> each.signs(now)).map(OldSecret::secret);
        return Stream.concat(Stream.of(secret), old).toList();
    }

    /** Tells no address and no secret, should it ever reach a log. */
    @Override
    public String toString() {
        return "Endpoint[" + id + "]";
    }
}
