package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What operators do about dead letters. Each takes effect in the given transaction, together with its entry in the audit;
 * what stands behind a settled letter follows by itself after the commit, in order, until a letter fails.
 */
@Singleton
public final class Replays {

    private static final int AT_ONCE = 10_000;

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
     * Handles the first letter of a line once more. If the transaction fails, and not only because something was away,
     * the letter has failed: tell {@link #failed} of it.
     */
    public Uni<Ruling> replay(UnitOfWork work, UUID id, String actor) {
        return unsettled(
                work,
                id,
                letter -> letters.first(work.sql(), letter.line())
                        .chain(first -> replay(work, letter, first.orElseThrow().id(), actor)));
    }

    /** Gives a letter up. */
    public Uni<Ruling> discard(UnitOfWork work, UUID id, String reason, String actor) {
        return unsettled(
                work,
                id,
                letter -> settlement
                        .discard(work, letter)
                        .call(() -> audit.record(work.sql(), AuditEntries.discarded(letter, reason, actor)))
                        .chain(settled -> done(work, settled)));
    }

    /** Gives the open letters that match, oldest first and 10,000 at most, their turn once more after the commit. */
    public Uni<Released> release(UnitOfWork work, DeadLetterFilter filter, String actor) {
        return letters.oldest(work.sql(), filter.in(LetterState.OPEN), AT_ONCE)
                .chain(matching -> release(work, matching))
                .call(released -> audit.record(work.sql(), AuditEntries.released(filter, released, actor)))
                .invoke(() -> work.afterCommit(drain::nudge));
    }

    /** Records that and why a replay was in vain, in another transaction than that which has failed. */
    public Uni<Void> failed(UnitOfWork work, UUID id, Throwable failure, String actor) {
        return letters.find(work.sql(), id)
                .chain(tried -> tried.map(letter -> failed(work, letter, failure, actor))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> failed(UnitOfWork work, DeadLetter tried, Throwable failure, String actor) {
        var recorded = tried.state() == LetterState.OPEN
                ? settlement.failed(work, tried, failure).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return recorded.chain(() -> audit.record(work.sql(), AuditEntries.failedAgain(tried, failure, actor)));
    }

    private Uni<Ruling> replay(UnitOfWork work, DeadLetter letter, UUID first, String actor) {
        if (!first.equals(letter.id())) {
            return Uni.createFrom().item(new Ruling.NotFirst(first));
        }
        if (settlement.isPaused(letter)) {
            return Uni.createFrom().item(new Ruling.Paused(letter.topic()));
        }
        return settlement
                .replay(work, letter)
                .call(() -> audit.record(work.sql(), AuditEntries.replayed(letter, actor)))
                .chain(settled -> done(work, settled));
    }

    private Uni<Released> release(UnitOfWork work, List<DeadLetter> matching) {
        var marks = matching.stream().map(DeadLetter::line).toList();
        return lines.lock(work.sql(), marks)
                .chain(() -> letters.release(
                        work.sql(), matching.stream().map(DeadLetter::id).toList()))
                .call(() -> lines.lookNow(work.sql(), marks))
                .map(released -> new Released(released, matching.size() == AT_ONCE));
    }

    private Uni<Ruling> done(UnitOfWork work, DeadLetter settled) {
        work.afterCommit(drain::nudge);
        return letters.behind(work.sql(), settled).map(behind -> new Ruling.Done(settled, behind));
    }

    /** Its line is locked before it is looked at: what is seen then stays so. */
    private Uni<Ruling> unsettled(UnitOfWork work, UUID id, Function<DeadLetter, Uni<Ruling>> then) {
        return letters.find(work.sql(), id)
                .call(seen -> seen.map(letter -> lines.lock(work.sql(), List.of(letter.line())))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> letters.find(work.sql(), id))
                .chain(letter -> unsettled(letter, then));
    }

    private static Uni<Ruling> unsettled(Optional<DeadLetter> letter, Function<DeadLetter, Uni<Ruling>> then) {
        if (letter.isEmpty()) {
            return Uni.createFrom().item(new Ruling.Unknown());
        }
        var state = letter.get().state();
        return state.isSettled() ? Uni.createFrom().item(new Ruling.Settled(state)) : then.apply(letter.get());
    }
}
