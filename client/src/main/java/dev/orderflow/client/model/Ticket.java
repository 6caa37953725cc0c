package dev.orderflow.client.model;

import java.time.Instant;

/**
 * What a browser shows in the place of a token, once.
 *
 * @param ticket for {@code ?ticket=}
 */
public record Ticket(String ticket, Instant expiresAt) {

    /** Not the ticket: it is a credential. */
    @Override
    public String toString() {
        return "Ticket[until " + expiresAt + "]";
    }
}
