package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * How a letter is settled: with its effects, in one transaction, so that it takes effect once however often it is tried.
 * Expects that the caller has locked its line.
 */
@Singleton
final class Settlement {

    private final LetterStore letters;
    private final Lines lines;
    private final Redeliveries redeliveries;

    @Inject
    Settlement(LetterStore letters, Lines lines, Redeliveries redeliveries) {
        this.letters = letters;
        this.lines = lines;
        this.redeliveries = redeliveries;
    }

    boolean isPaused(DeadLetter letter) {
        return redeliveries.isPaused(letter);
    }

    /** Whatever the transaction fails with after this, up to its commit, is the letter's failure. */
    Uni<DeadLetter> replay(UnitOfWork work, DeadLetter letter) {
        return redeliveries.redeliver(work, letter).chain(() -> settle(work.sql(), letter, LetterState.REPLAYED));
    }

    Uni<DeadLetter> discard(UnitOfWork work, DeadLetter letter) {
        return settle(work.sql(), letter, LetterState.DISCARDED);
    }

    /**
     * It is OPEN, with its new reason, and the dead-letter topic is told again. For a transaction of its own, because the
     * failure has ended the other. Nothing happens to a letter that is no longer as it was when it was tried.
     */
    Uni<Optional<DeadLetter>> failed(UnitOfWork work, DeadLetter tried, Throwable failure) {
        return letters.failed(work.sql(), tried, failure)
                .invoke(letter -> letter.ifPresent(failed -> announce(work, failed)));
    }

    private static void announce(UnitOfWork work, DeadLetter letter) {
        work.append(List.of(NewEvent.of(letter.id(), letter.attempts(), letter.copy())), letter.asCause());
    }

    private Uni<DeadLetter> settle(SqlConnection sql, DeadLetter letter, LetterState as) {
        return letters.settle(sql, letter.id(), as).call(settled -> moveOn(sql, settled.line()));
    }

    private Uni<Void> moveOn(SqlConnection sql, String line) {
        return letters.first(sql, line)
                .chain(next -> next.isPresent() ? lines.lookNow(sql, List.of(line)) : lines.open(sql, line));
    }
}
