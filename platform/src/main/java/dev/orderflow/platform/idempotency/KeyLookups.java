package dev.orderflow.platform.idempotency;

import dev.orderflow.messaging.transaction.Batcher;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What is known of keys, asked outside of a transaction: a crowd of calls costs few statements. */
@Singleton
class KeyLookups {

    /** As long as work waits for a connection, by default; who has waited for longer is told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Batcher<Claim, Optional<KeyStore.Row>> answers;
    private final Batcher<Claim, KeyStore.Attempt> attempts;

    @Inject
    KeyLookups(Pool pool, KeyStore keys, Vertx vertx) {
        this.answers = new Batcher<>(vertx, PATIENCE, claims -> pool.withConnection(sql -> keys.find(sql, claims)));
        this.attempts =
                new Batcher<>(vertx, PATIENCE, claims -> pool.withConnection(sql -> keys.attempts(sql, claims)));
    }

    Uni<Optional<KeyStore.Row>> find(Claim claim) {
        return answers.ask(claim);
    }

    /** As the first call was answered, or fails with that. */
    Uni<StoredAnswer> answerOr(Claim claim, Supplier<? extends RuntimeException> otherwise) {
        return find(claim).map(row -> row.map(claim::answeredBy).orElseThrow(otherwise));
    }

    /**
     * The lock is given back with its statement: it only tells whether another transaction has it. The answer is looked
     * for after it, so that what that transaction has committed meanwhile is seen.
     */
    Uni<KeyStore.Attempt> attempt(Claim claim) {
        return attempts.ask(claim);
    }
}
