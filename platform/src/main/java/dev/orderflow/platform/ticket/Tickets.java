package dev.orderflow.platform.ticket;

import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Gives tickets and takes them back, each at most once, on whatever replica of this service it is shown. */
@Singleton
final class Tickets {

    private static final int SEED_BYTES = 32;

    private final TicketStore store;
    private final Pool pool;
    private final TicketConfig config;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Tickets(TicketStore store, Pool pool, TicketConfig config) {
        this.store = store;
        this.pool = pool;
        this.config = config;
    }

    /**
     * @param token the bearer's, as it was presented
     * @return fails with 429 {@code too-many-requests} if the bearer holds too many
     */
    Uni<Given> give(SqlClient sql, Bearer bearer, String token) {
        var seed = seed();
        return store.insert(sql, Secret.of(token, seed), bearer)
                .map(expiresAt -> new Given(seed, expiresAt.orElseThrow(this::tooMany)));
    }

    private ProblemException tooMany() {
        return Problems.TOO_MANY_REQUESTS
                .because("You hold " + config.perSubject() + " unused tickets; use them, or let them expire")
                .retryAfter(config.life());
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty if it is unknown, used or expired. */
    Uni<Optional<Bearer>> use(Secret secret) {
        return store.take(pool, secret);
    }
}
