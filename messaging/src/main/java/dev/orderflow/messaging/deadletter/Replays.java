package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What operators do about dead letters. Each takes effect in the given transaction, together with its entry in the audit;
 * what stands behind a settled letter follows by itself after the commit, in order, until a letter fails.
 */
@Singleton
public final class Replays {

    private final Settlement settlement;
    private final LetterStore letters;
    private final Lines lines;
    private final Audit audit;
    private final DrainLoop drain;

    @Inject
    Replays(Settlement settlement, LetterStore letters, Lines lines, Audit audit, DrainLoop drain) {
        this.settlement = settlement;
        this.letters = letters;
        this.lines = lines;
        this.audit = audit;
        this.drain = drain;
    }

    /**
     * Handles the first letter of a line once more. Fails with {@link RedeliveryFailedException} if it fails again: tell
     * {@link #failedAgain} of it, after the transaction.
     */
    public Uni<Ruling> replay(UnitOfWork work, UUID id, String actor) {
        return open(
                work,
                id,
                letter -> first(work, letter)
                        .chain(first -> first.equals(letter.id())
                                ? replay(work, letter, actor)
                                : Uni.createFrom().item(new Ruling.NotFirst(first))));
    }

    /** Gives a letter up. */
    public Uni<Ruling> discard(UnitOfWork work, UUID id, String reason, String actor) {
        return open(
                work,
                id,
                letter -> settlement
                        .discard(work, letter)
                        .chain(settled -> done(work, settled, entry("dead-letter-discarded", settled, reason, actor))));
    }

    /** Gives all open letters that match their turn once more, after the commit; answers how many. */
    public Uni<Integer> release(UnitOfWork work, DeadLetterFilter filter, String actor) {
        return letters.release(work.sql(), filter)
                .call(released -> audit.record(
                        work.sql(),
                        new AuditEntry(
                                actor,
                                "dead-letters-replayed",
                                "dead-letters",
                                Map.of("filter", filter.toString(), "letters", released.toString()))))
                .invoke(released -> work.afterCommit(drain::nudge));
    }

    /** Records that and why a replay was in vain, in a transaction of its own. */
    public Uni<Void> failedAgain(RedeliveryFailedException failure, String actor) {
        return settlement.failedAgain(
                failure,
                (work, letter) -> audit.record(work.sql(), entry("dead-letter-failed-again", letter, null, actor)));
    }

    private Uni<Ruling> replay(UnitOfWork work, DeadLetter letter, String actor) {
        return settlement
                .replay(work, letter)
                .chain(settled -> done(work, settled, entry("dead-letter-replayed", settled, null, actor)));
    }

    private Uni<Ruling> done(UnitOfWork work, DeadLetter settled, AuditEntry entry) {
        work.afterCommit(drain::nudge);
        return audit.record(work.sql(), entry)
                .chain(() -> letters.behind(work.sql(), settled))
                .map(behind -> new Ruling.Done(settled, behind));
    }

    /** The line first, then the letter: the order in which everybody locks. */
    private Uni<Ruling> open(UnitOfWork work, UUID id, Function<DeadLetter, Uni<Ruling>> then) {
        return letters.find(work.sql(), id)
                .chain(seen -> seen.isEmpty()
                        ? Uni.createFrom().item(new Ruling.Unknown())
                        : line(work, seen.get())
                                .chain(() -> letters.lock(work.sql(), id))
                                .chain(letter -> unsettled(letter, then)));
    }

    private Uni<Boolean> line(UnitOfWork work, DeadLetter letter) {
        return letter.line() == null ? Uni.createFrom().item(false) : lines.lock(work.sql(), letter.line());
    }

    private static Uni<Ruling> unsettled(Optional<DeadLetter> letter, Function<DeadLetter, Uni<Ruling>> then) {
        var state = letter.orElseThrow().state();
        return state.isSettled() ? Uni.createFrom().item(new Ruling.Settled(state)) : then.apply(letter.get());
    }

    private Uni<UUID> first(UnitOfWork work, DeadLetter letter) {
        return letter.line() == null
                ? Uni.createFrom().item(letter.id())
                : letters.first(work.sql(), letter.line())
                        .map(first -> first.orElseThrow().id());
    }

    private static AuditEntry entry(String action, DeadLetter letter, String reason, String actor) {
        var details =
                reason == null ? Map.of("topic", letter.topic()) : Map.of("topic", letter.topic(), "reason", reason);
        return new AuditEntry(actor, action, letter.id().toString(), details);
    }
}
