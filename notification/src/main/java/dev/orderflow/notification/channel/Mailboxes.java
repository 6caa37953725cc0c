package dev.orderflow.notification.channel;

import dev.orderflow.messaging.transaction.Batcher;
import dev.orderflow.notification.domain.Mailbox;
import dev.orderflow.notification.persistence.Correspondences;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Where the customers of orders are reached now; mails that begin together ask together. */
@Singleton
class Mailboxes {

    /** A mail that is not begun by then is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Correspondences correspondences;
    private final Batcher<UUID, Mailbox> lookup;

    @Inject
    Mailboxes(Correspondences correspondences, Pool pool, Vertx vertx) {
        this.correspondences = correspondences;
        this.lookup = new Batcher<>(vertx, PATIENCE, orders -> pool.withConnection(sql -> find(sql, orders)));
    }

    /** {@link Mailbox#NONE} for an order of which nothing is known. */
    Uni<Mailbox> of(UUID order) {
        return lookup.ask(order);
    }

    private Uni<List<Mailbox>> find(SqlConnection sql, List<UUID> orders) {
        return correspondences
                .mailboxes(sql, orders)
                .map(found -> orders.stream()
                        .map(order -> found.getOrDefault(order, Mailbox.NONE))
                        .toList());
    }
}
