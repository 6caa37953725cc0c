package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Works lines off: letter by letter in their order, each in a transaction of its own, until one fails or none is left.
 * Any number of replicas may do so: a line that one is working off is left to it. A crash costs nothing: what waits is
 * found again.
 */
@Singleton
final class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int AT_ONCE = 100;

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
        return workOffLines().chain(some -> workOffLoners().map(others -> some || others));
    }

    private Uni<Boolean> workOffLines() {
        return pool.withConnection(sql -> letters.readyLines(sql, AT_ONCE))
                .chain(ready -> any(Multi.createFrom().iterable(ready), this::workOff));
    }

    private Uni<Boolean> workOffLoners() {
        return pool.withConnection(sql -> letters.readyLoners(sql, AT_ONCE))
                .chain(ready -> any(Multi.createFrom().iterable(ready), this::loner));
    }

    private static <T> Uni<Boolean> any(Multi<T> all, Function<T, Uni<Boolean>> each) {
        return all.onItem()
                .transformToUniAndConcatenate(each::apply)
                .collect()
                .with(Collectors.reducing(false, Boolean::logicalOr));
    }

    private Uni<Boolean> workOff(String line) {
        return any(
                Multi.createBy()
                        .repeating()
                        .uni(() -> one(() -> units.run(work -> next(work, line))))
                        .whilst(Boolean::booleanValue),
                Uni.createFrom()::item);
    }

    private Uni<Boolean> loner(UUID id) {
        return one(() ->
                units.run(work -> letters.lock(work.sql(), id).chain(letter -> handle(work, letter.orElseThrow()))));
    }

    /** What fails in itself stays, with its new reason; what only could not be had now is tried at a later turn. */
    private Uni<Boolean> one(Supplier<Uni<Boolean>> attempt) {
        return attempt.get().onFailure(failure -> !Faults.isServerAway(failure)).recoverWithUni(this::failed);
    }

    private Uni<Boolean> failed(Throwable failure) {
        if (failure instanceof RedeliveryFailedException again && Faults.of(failure) == Faults.DETERMINISTIC) {
            return settlement.failedAgain(again).replaceWith(false);
        }
        LOG.warnf("a dead letter waits on: %s", failure);
        return Uni.createFrom().item(false);
    }

    private Uni<Boolean> next(UnitOfWork work, String line) {
        return lines.tryLock(work.sql(), line)
                .chain(locked -> locked ? first(work, line) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> first(UnitOfWork work, String line) {
        return letters.first(work.sql(), line)
                .chain(first -> first.isPresent()
                        ? handle(work, first.get())
                        : lines.open(work.sql(), line).replaceWith(false));
    }

    private Uni<Boolean> handle(UnitOfWork work, DeadLetter letter) {
        return letter.state() == LetterState.WAITING
                ? settlement.replay(work, letter).replaceWith(true)
                : Uni.createFrom().item(false);
    }
}
