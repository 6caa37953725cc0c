package dev.orderflow.notification.channel;

import dev.orderflow.messaging.transaction.SharedReads;
import dev.orderflow.notification.domain.Mailbox;
import dev.orderflow.notification.persistence.Correspondences;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Where the customers of orders are reached now; mails that begin together ask together. */
@Singleton
class Mailboxes {

    private final SharedReads<UUID, Mailbox> reads;

    @Inject
    Mailboxes(Correspondences correspondences, Pool pool, Vertx vertx) {
        this.reads = new SharedReads<>("mailboxes", vertx, orders -> correspondences.mailboxes(pool, orders));
    }

    Uni<Mailbox> of(UUID order) {
        return reads.find(order).map(found -> found.orElse(Mailbox.NONE));
    }
}
