package dev.orderflow.messaging.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Dead letters to look at. What is read may be changed by the time it is seen. */
@Singleton
public final class LetterQueries {

    private final Pool pool;
    private final LetterStore letters;

    @Inject
    LetterQueries(Pool pool, LetterStore letters) {
        this.pool = pool;
        this.letters = letters;
    }

    /**
     * Newest first.
     *
     * @param before only those of a smaller position, null for all
     */
    public Uni<List<DeadLetter>> list(DeadLetterFilter filter, Long before, int limit) {
        return pool.withConnection(sql -> letters.list(sql, filter, before, limit));
    }

    public Uni<Optional<DeadLetter>> find(UUID id) {
        return pool.withConnection(sql -> letters.find(sql, id));
    }

    /** How many letters wait behind this one. */
    public Uni<Long> behind(DeadLetter letter) {
        return pool.withConnection(sql -> letters.behind(sql, letter));
    }
}
