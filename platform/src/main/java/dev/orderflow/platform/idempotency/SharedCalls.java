package dev.orderflow.platform.idempotency;

import dev.orderflow.messaging.transaction.Batcher;
import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Calls that take effect at most once per key, as {@link IdempotentCalls}' do, and of which those that come together share
 * one transaction: two statements for all of their keys, in three round trips with the work's own. Who comes alone waits for
 * nobody. One that is refused costs the others nothing, and one that fails, fails alone.
 *
 * <p>A call that shares its transaction with its own twin is answered as one whose twin still runs (409
 * {@code request-in-progress}). When the connection is lost during the commit nobody can know what became of them: all of them
 * fail, and who asks again with its key is answered by what is stored.
 *
 * @param <T> what is called for
 * @param <S> what the work has to know to decide
 */
public final class SharedCalls<T, S> {

    /** As long as work waits for a connection, by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What calls of this kind do. */
    public interface Work<T, S> {

        /**
         * Reads what has to be known. It is sent together with the look for the keys' answers, so some of these calls may turn
         * out to have theirs.
         */
        Uni<S> read(UnitOfWork unit, List<T> calls);

        /**
         * Decides each of those that had no answer. What accepts a call is left to the unit, to be written at its end; a refusal
         * writes nothing. It is done again with fewer of them when one of these statements fails.
         *
         * @return of each, in their order
         */
        List<Decision> decide(UnitOfWork unit, List<T> calls, S read);
    }

    private final IdempotentCalls.Parts parts;
    private final Work<T, S> work;
    private final Batcher<Turn<T>, Uni<StoredAnswer>> batches;

    SharedCalls(IdempotentCalls.Parts parts, Work<T, S> work) {
        this.parts = parts;
        this.work = work;
        this.batches = new Batcher<>(parts.vertx(), PATIENCE, this::together);
    }

    /** @param claim null without a key */
    private record Turn<T>(Claim claim, T content) {

        boolean hasKey() {
            return claim != null;
        }
    }

    /**
     * Fails as {@link IdempotentCalls#run} does, and with a {@link java.util.concurrent.TimeoutException} if it was not begun
     * within some 5 s, or not done within 5 s more: then it may still be done ({@link Faults#isOutcomeUnknown}).
     */
    public Uni<StoredAnswer> run(KeyedCall call, T content) {
        var claim = call.claim();
        var answer = batches.ask(new Turn<>(claim.orElse(null), content)).chain(next -> next);
        return claim.map(known -> answer.onFailure(LostToTwin.class)
                        .recoverWithUni(() -> parts.lookups().answerOr(known, Claim::inProgress)))
                .orElse(answer);
    }

    /**
     * Of each what is left to be done for it once all of them are committed. Neither look waits for the other: they are sent
     * together.
     */
    private Uni<List<Uni<StoredAnswer>>> together(List<Turn<T>> turns) {
        return parts.units()
                .run(unit -> Uni.combine()
                        .all()
                        .unis(take(unit, turns), work.read(unit, contents(turns)))
                        .with((attempts, read) -> settled(unit, turns, attempts, read)))
                .onFailure(Faults::isOutcomeUnknown)
                .recoverWithItem(lost -> turns.stream()
                        .map(turn -> Uni.createFrom().<StoredAnswer>failure(lost))
                        .toList());
    }

    private Uni<List<KeyStore.Attempt>> take(UnitOfWork unit, List<Turn<T>> turns) {
        var claims = turns.stream().filter(Turn::hasKey).map(Turn::claim).toList();
        return claims.isEmpty()
                ? Uni.createFrom().item(List.of())
                : parts.keys().take(unit.sql(), claims);
    }

    private List<Uni<StoredAnswer>> settled(
            UnitOfWork unit, List<Turn<T>> turns, List<KeyStore.Attempt> attempts, S read) {
        var known = known(turns, attempts);
        var open = IntStream.range(0, turns.size())
                .filter(n -> known.get(n).isEmpty())
                .mapToObj(turns::get)
                .toList();
        var decided = decided(unit, open, read).iterator();
        return known.stream().map(answer -> answer.orElseGet(decided::next)).toList();
    }

    /** The answers of those that need no decision. */
    private List<Optional<Uni<StoredAnswer>>> known(List<Turn<T>> turns, List<KeyStore.Attempt> attempts) {
        var attempt = attempts.iterator();
        var taken = new HashSet<Long>();
        return turns.stream()
                .map(turn -> turn.hasKey()
                        ? known(turn.claim(), attempt.next(), taken)
                        : Optional.<Uni<StoredAnswer>>empty())
                .toList();
    }

    /** A transaction is given its own lock as often as it asks for it. */
    private static Optional<Uni<StoredAnswer>> known(Claim claim, KeyStore.Attempt attempt, Set<Long> taken) {
        if (attempt.row().isPresent()) {
            return Optional.of(
                    Uni.createFrom().item(() -> claim.answeredBy(attempt.row().get())));
        }
        boolean own = attempt.locked() && taken.add(claim.lock());
        return own ? Optional.empty() : Optional.of(Uni.createFrom().failure(Claim::inProgress));
    }

    private List<Uni<StoredAnswer>> decided(UnitOfWork unit, List<Turn<T>> open, S read) {
        if (open.isEmpty()) {
            return List.of();
        }
        var decisions = work.decide(unit, contents(open), read);
        var stored = new LinkedHashMap<Claim, StoredAnswer>();
        var answers = IntStream.range(0, open.size())
                .mapToObj(n -> answered(open.get(n), decisions.get(n), stored))
                .toList();
        if (!stored.isEmpty()) {
            unit.endWith(LostToTwin.unless(parts.keys().insert(unit.sql(), stored)));
        }
        return answers;
    }

    private Uni<StoredAnswer> answered(Turn<T> turn, Decision decision, Map<Claim, StoredAnswer> stored) {
        return switch (decision) {
            case Decision.Done(var answer) -> {
                var first = StoredAnswer.first(answer, parts.json());
                if (turn.hasKey()) {
                    stored.put(turn.claim(), first);
                }
                yield Uni.createFrom().item(first);
            }
            case Decision.Refused(var problem) ->
                turn.hasKey()
                        ? parts.lookups().answerOr(turn.claim(), () -> problem)
                        : Uni.createFrom().failure(problem);
        };
    }

    private static <T> List<T> contents(List<Turn<T>> turns) {
        return turns.stream().map(Turn::content).toList();
    }
}
