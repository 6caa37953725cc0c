package dev.orderflow.platform.ticket;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket, the only time that it is shown.
 *
 * @param ticket for {@code ?ticket=}; usable once
 * @param expiresAt by the server's clock
 */
@RegisterForReflection
@Schema(
        name = "Ticket",
        requiredProperties = {"ticket", "expiresAt"})
record TicketView(String ticket, Instant expiresAt) {

    /** Not the ticket: it is a credential. */
    @Override
    public String toString() {
        return "a ticket until " + expiresAt;
    }
}
