package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works lines off: letter by letter in their order, each in a transaction of its own, until one fails or none is left.
 * Any number of replicas may do so: a line that one is working off is left to it. A crash costs nothing: what waits is
 * found again. A line that can't move now, and a very long one, lets others have their turn.
 */
@Singleton
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);

    private static final int LINES_A_TURN = 100;
    private static final int LETTERS_A_TURN = 50;
    private static final int ABREAST = 4;
    private static final Duration NOT_BEFORE = Duration.ofSeconds(5);

    private final Pool pool;
    private final UnitsOfWork units;
    private final LetterStore letters;
    private final Lines lines;
    private final Settlement settlement;

    @Inject
    Drain(Pool pool, UnitsOfWork units, LetterStore letters, Lines lines, Settlement settlement) {
        this.pool = pool;
        this.units = units;
        this.letters = letters;
        this.lines = lines;
        this.settlement = settlement;
    }

    /** Answers whether a letter was settled: then there may be more. */
    Uni<Boolean> turn() {
        return pool.withConnection(sql -> lines.due(sql, LINES_A_TURN))
                .chain(due -> any(Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(this::workOff)
                        .merge(ABREAST)));
    }

    private Uni<Boolean> workOff(String line) {
        return any(Multi.createBy()
                .repeating()
                .uni(() -> step(line))
                .whilst(Boolean::booleanValue)
                .select()
                .first(LETTERS_A_TURN));
    }

    private static Uni<Boolean> any(Multi<Boolean> settled) {
        return settled.collect().with(Collectors.reducing(false, Boolean::logicalOr));
    }

    /** Answers whether the first letter of the line was settled. */
    private Uni<Boolean> step(String line) {
        var tried = new AtomicReference<DeadLetter>();
        return units.run(work -> lines.tryLock(work.sql(), line)
                        .chain(locked -> locked
                                ? first(work, line, tried)
                                : Uni.createFrom().item(false)))
                .onFailure(failure -> !Faults.isServerAway(failure))
                .recoverWithUni(failure -> inVain(line, tried.get(), failure));
    }

    private Uni<Boolean> first(UnitOfWork work, String line, AtomicReference<DeadLetter> tried) {
        return letters.first(work.sql(), line)
                .chain(first -> first.isPresent()
                        ? handle(work, first.get(), tried)
                        : lines.open(work.sql(), line).replaceWith(false));
    }

    private Uni<Boolean> handle(UnitOfWork work, DeadLetter letter, AtomicReference<DeadLetter> tried) {
        if (letter.state() == LetterState.OPEN) {
            return lines.lookNever(work.sql(), letter.line()).replaceWith(false);
        }
        if (settlement.isPaused(letter)) {
            return lines.lookLater(work.sql(), letter.line(), NOT_BEFORE).replaceWith(false);
        }
        tried.set(letter);
        return settlement.replay(work, letter).replaceWith(true);
    }

    /** What fails in itself waits for an operator; what only could not be had now is tried again. */
    private Uni<Boolean> inVain(String line, DeadLetter tried, Throwable failure) {
        if (tried != null && Faults.of(failure) == Faults.DETERMINISTIC) {
            return units.run(work -> settlement.failed(work, tried, failure)).replaceWith(false);
        }
        LOG.warnf("dead letters wait on: %s", failure);
        return units.run(work -> lines.lookLater(work.sql(), line, NOT_BEFORE)).replaceWith(false);
    }
}
