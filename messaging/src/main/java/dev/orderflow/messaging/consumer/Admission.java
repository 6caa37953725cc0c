package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.deadletter.DeadLetters;
import dev.orderflow.messaging.deadletter.Lines;
import dev.orderflow.messaging.inbox.Inbox;
import dev.orderflow.messaging.inbox.Marked;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What of a batch is to be handled: not what was handled before (inbox), not what can't be read (dead letters), not what
 * would overtake a dead letter of its key (parked).
 */
final class Admission {

    private final Inbox inbox;
    private final DeadLetters letters;
    private final Lines lines;
    private final boolean oncePerEvent;

    Admission(Inbox inbox, DeadLetters letters, Lines lines, boolean oncePerEvent) {
        this.inbox = inbox;
        this.letters = letters;
        this.lines = lines;
        this.oncePerEvent = oncePerEvent;
    }

    Uni<Lineup> of(UnitOfWork work, List<Incoming> batch) {
        var ids = idsOf(batch);
        return inbox.mark(work.sql(), ids, linesOf(batch))
                .chain(marked -> lineUp(work, batch, marked, marked.fresh().containsAll(ids)))
                .call(lineup -> letters.store(
                        work, lineup.held().stream().map(LetterOf::record).toList()));
    }

    /** State transfer is applied by version; what nobody can read is stored once all the same. */
    private boolean isOnce(Incoming incoming) {
        return oncePerEvent || incoming.isPoison();
    }

    private List<UUID> idsOf(List<Incoming> batch) {
        return batch.stream()
                .filter(this::isOnce)
                .map(Incoming::eventId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** @param undisturbed whether nobody else has handled any of these records */
    private Uni<Lineup> lineUp(UnitOfWork work, List<Incoming> batch, Marked marked, boolean undisturbed) {
        var unseen = firstOfEach(batch, marked.fresh());
        if (undisturbed && unseen.stream().noneMatch(Incoming::isPoison)) {
            return Uni.createFrom().item(Lineup.of(unseen, marked.closed()));
        }
        var poisoned =
                unseen.stream().filter(Incoming::isPoison).map(LetterOf::line).toList();
        return lines.close(work.sql(), poisoned)
                .chain(closedNow -> lines.closed(work.sql(), linesOf(unseen))
                        .map(closed -> Lineup.of(unseen, without(closed, closedNow))));
    }

    /** A republished event can stand twice in one batch. Without an id there is no telling. */
    private List<Incoming> firstOfEach(List<Incoming> batch, Set<UUID> fresh) {
        var left = new HashSet<>(fresh);
        return batch.stream()
                .filter(incoming -> !isOnce(incoming) || incoming.eventId() == null || left.remove(incoming.eventId()))
                .toList();
    }

    private static Set<String> without(Set<String> closed, Set<String> closedNow) {
        var before = new HashSet<>(closed);
        before.removeAll(closedNow);
        return before;
    }

    private static List<String> linesOf(List<Incoming> batch) {
        return batch.stream()
                .filter(incoming -> !incoming.isPoison())
                .map(Incoming::line)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
