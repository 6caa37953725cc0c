package dev.orderflow.platform.ticket;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;

/** Gives tickets and takes them back, each at most once, on whatever replica of this service it is shown. */
@Singleton
final class Tickets {

    private final TicketStore store;
    private final Pool pool;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Tickets(TicketStore store, Pool pool) {
        this.store = store;
        this.pool = pool;
    }

    /** Empty if the bearer holds too many. */
    Uni<Optional<TicketView>> give(Bearer bearer) {
        var secret = Secret.random(random);
        return store.insert(pool, secret, bearer)
                .map(given -> given.map(expiresAt -> new TicketView(secret.text(), expiresAt)));
    }

    /** Empty if it is unknown, used or expired. */
    Uni<Optional<Bearer>> use(Secret secret) {
        return store.take(pool, secret);
    }
}
