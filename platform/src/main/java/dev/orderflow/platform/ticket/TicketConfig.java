package dev.orderflow.platform.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long tickets live, and how many there may be. */
@ConfigMapping(prefix = "orderflow.tickets")
interface TicketConfig {

    /** How long a ticket can be used, by the database's clock; never longer than the token that it was given for. */
    @WithDefault("30s")
    Duration life();

    /** How many unused tickets one subject may hold; a few more if it asks for many in the same moment. */
    @WithDefault("50")
    int perSubject();

    /** How often tickets that nobody used are deleted, by every replica; they are worth nothing before. */
    @WithDefault("1m")
    Duration sweepEvery();

    /** How many tickets one statement deletes at most. */
    @WithDefault("1000")
    int sweepBatch();
}
