package dev.orderflow.platform.ticket;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Deletes tickets that nobody used, in small statements. */
@Singleton
class TicketSweeper {

    private final Pool pool;
    private final TicketStore tickets;
    private final TicketConfig config;

    @Inject
    TicketSweeper(Pool pool, TicketStore tickets, TicketConfig config) {
        this.pool = pool;
        this.tickets = tickets;
        this.config = config;
    }

    @Scheduled(
            every = "${orderflow.tickets.sweep-every:1m}",
            delayed = "${orderflow.tickets.sweep-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return tickets.sweep(pool, config.sweepBatch())
                .chain(deleted -> deleted == config.sweepBatch()
                        ? sweep()
                        : Uni.createFrom().voidItem());
    }
}
