package dev.orderflow.platform.ticket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;

/**
 * What is kept of a ticket for who asks again with the same Idempotency-Key: enough to show it to its token, and to nobody
 * else.
 *
 * @param seed from which its {@link Secret} follows by the token alone
 * @param expiresAt by the database's clock
 */
@RegisterForReflection
record Given(String seed, Instant expiresAt) {

    /** From the JSON that was stored. */
    static Given of(Buffer stored) {
        var json = stored.toJsonObject();
        return new Given(json.getString("seed"), json.getInstant("expiresAt"));
    }

    /** @param token the one that it was given for, as it was presented */
    TicketView shownTo(String token) {
        return new TicketView(Secret.of(token, seed).text(), expiresAt);
    }
}
