package dev.orderflow.notification.domain;

import java.time.Instant;

/** A secret that was replaced, and signs as well until then. */
public record OldSecret(String secret, Instant until) {

    boolean signs(Instant now) {
        return now.isBefore(until);
    }

    /** Tells no secret, should it ever reach a log. */
    @Override
    public String toString() {
        return "OldSecret[until " + until + "]";
    }
}
