package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How a letter is settled: with its effects, in one transaction, so that it takes effect once however often it is tried.
 * Expects that the caller has locked its line.
 */
@Singleton
final class Settlement {

    private final UnitsOfWork units;
    private final LetterStore letters;
    private final Lines lines;
    private final Redeliveries redeliveries;

    @Inject
    Settlement(UnitsOfWork units, LetterStore letters, Lines lines, Redeliveries redeliveries) {
        this.units = units;
        this.letters = letters;
        this.lines = lines;
        this.redeliveries = redeliveries;
    }

    /** Fails with {@link RedeliveryFailedException}; then nothing took effect and the letter stays where it is. */
    Uni<DeadLetter> replay(UnitOfWork work, DeadLetter letter) {
        return redeliveries.redeliver(work, letter).chain(() -> settle(work.sql(), letter, LetterState.REPLAYED));
    }

    Uni<DeadLetter> discard(UnitOfWork work, DeadLetter letter) {
        return settle(work.sql(), letter, LetterState.DISCARDED);
    }

    Uni<Void> failedAgain(RedeliveryFailedException failure) {
        return failedAgain(failure, (work, letter) -> Uni.createFrom().voidItem());
    }

    /**
     * In a transaction of its own, because the failure has ended the other; told on the dead-letter topic again. Nothing
     * happens if somebody has settled the letter meanwhile.
     */
    Uni<Void> failedAgain(RedeliveryFailedException failure, BiFunction<UnitOfWork, DeadLetter, Uni<Void>> also) {
        return units.run(work -> letters.failed(work.sql(), failure.letter(), failure.getCause())
                .chain(letter -> letter.map(failed -> announce(work, failed))
                        .map(failed -> also.apply(work, failed))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static DeadLetter announce(UnitOfWork work, DeadLetter letter) {
        work.append(List.of(NewEvent.of(letter.id(), letter.attempts(), letter.copy())), letter.asCause());
        return letter;
    }

    private Uni<DeadLetter> settle(SqlConnection sql, DeadLetter letter, LetterState as) {
        return letters.settle(sql, letter.id(), as).call(settled -> openIfEmpty(sql, settled.line()));
    }

    private Uni<Void> openIfEmpty(SqlConnection sql, String line) {
        return line == null
                ? Uni.createFrom().voidItem()
                : letters.first(sql, line)
                        .chain(next -> next.isPresent() ? Uni.createFrom().voidItem() : lines.open(sql, line));
    }
}
