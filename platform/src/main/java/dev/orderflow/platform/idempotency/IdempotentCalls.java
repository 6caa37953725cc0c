package dev.orderflow.platform.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.platform.http.StrictJson;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.security.Digest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls that take effect at most once per key, however often they are repeated and on whatever replica: the answer is
 * stored in the transaction of the effect. Only successes are stored; what is refused has no effect and is decided again. A
 * call is never refused because of what its own twin has done: then it is answered as the twin was.
 *
 * <p>A key is scoped by caller and call. It costs two statements: one takes the key's advisory lock and looks for an
 * answer, one stores the answer. The lock only makes a twin fail early (409 {@code request-in-progress}) instead of doing
 * work in vain; that there is one effect follows from the primary key alone. A refusal costs one more look: the lock may
 * have come free after its statement began, which then saw nothing of what the twin had committed. What is only looked up
 * shares its statement with whoever looks up at the same time; calls of which many come together share their transactions as
 * well ({@link #sharing}).
 */
@Singleton
public final class IdempotentCalls {

    private final UnitsOfWork units;
    private final KeyLookups lookups;
    private final KeyStore keys;
    private final StrictJson json;
    private final Vertx vertx;

    record Parts(UnitsOfWork units, KeyStore keys, KeyLookups lookups, StrictJson json, Vertx vertx) {}

    @Inject
    IdempotentCalls(UnitsOfWork units, KeyLookups lookups, KeyStore keys, StrictJson json, Vertx vertx) {
        this.units = units;
        this.lookups = lookups;
        this.keys = keys;
        this.json = json;
        this.vertx = vertx;
    }

    /**
     * Runs the work in one transaction, or answers as the first call with this key did.
     *
     * @param key null if the client gave none: then the work just runs in its transaction
     * @param caller the subject of the token
     * @param call method and path, with the ids in it: {@code POST /orders/0197…/cancel}
     * @param body what the client sent, read; compared as canonical JSON, null for none
     * @return fails with 422 {@code idempotency-key-reused} for another body, 409 {@code request-in-progress} while the
     *     first call runs, and with whatever the work fails with
     */
    public Uni<StoredAnswer> run(
            IdempotencyKey key, String caller, String call, Object body, Function<UnitOfWork, Uni<Answer>> work) {
        return call(key, caller, call, body)
                .claim()
                .map(claim -> once(claim, work))
                .orElseGet(() -> units.run(unit -> work.apply(unit).map(this::written)));
    }

    /** What {@link #run} takes apart, for who has several questions about one call. */
    public KeyedCall call(IdempotencyKey key, String caller, String call, Object body) {
        return new KeyedCall(key == null ? null : claim(key, caller, call, body));
    }

    /** Calls of one kind that come so often that they should share their transactions. */
    public <T, S> SharedCalls<T, S> sharing(SharedCalls.Work<T, S> work) {
        return new SharedCalls<>(new Parts(units, keys, lookups, json, vertx), work);
    }

    /** The stored answer if there is one, without doing anything; fails with 422 as {@link #run} does. */
    public Uni<Optional<StoredAnswer>> find(KeyedCall call) {
        return call.claim()
                .map(claim -> lookups.find(claim).map(row -> row.map(claim::answeredBy)))
                .orElseGet(IdempotentCalls::nothing);
    }

    /** As {@link #find}, and fails with 409 {@code request-in-progress} while the first call runs. */
    public Uni<Optional<StoredAnswer>> findSettled(KeyedCall call) {
        return call.claim()
                .map(claim -> lookups.attempt(claim).map(attempt -> known(claim, attempt)))
                .orElseGet(IdempotentCalls::nothing);
    }

    private static Uni<Optional<StoredAnswer>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Outside of a transaction the lock was given back with the statement. */
    private static Optional<StoredAnswer> known(Claim claim, KeyStore.Attempt attempt) {
        if (attempt.row().isEmpty() && !attempt.locked()) {
            throw Claim.inProgress();
        }
        return attempt.row().map(claim::answeredBy);
    }

    /** Deletes all answers that this caller was given: they hold personal data. */
    public Uni<Void> forget(SqlClient sql, String caller) {
        return keys.forget(sql, caller).replaceWithVoid();
    }

    /** The same for everybody's calls to addresses that have one of these between their slashes. */
    public Uni<Void> forgetNaming(SqlClient sql, List<String> segments) {
        return keys.forgetNaming(sql, segments).replaceWithVoid();
    }

    private Uni<StoredAnswer> once(Claim claim, Function<UnitOfWork, Uni<Answer>> work) {
        return units.run(unit -> once(unit, claim, work))
                .onFailure(LostToTwin.class)
                .recoverWithUni(() -> lookups.answerOr(claim, Claim::inProgress))
                .onFailure(Refused.class)
                .recoverWithUni(refused -> lookups.answerOr(claim, ((Refused) refused)::problem));
    }

    private Uni<StoredAnswer> once(UnitOfWork unit, Claim claim, Function<UnitOfWork, Uni<Answer>> work) {
        return keys.take(unit.sql(), List.of(claim)).map(List::getFirst).chain(attempt -> {
            if (attempt.row().isPresent()) {
                return Uni.createFrom()
                        .item(() -> claim.answeredBy(attempt.row().get()));
            }
            return attempt.locked()
                    ? decided(unit, work).map(this::written).invoke(answer -> unit.endWith(store(unit, claim, answer)))
                    : Uni.createFrom().failure(Claim.inProgress());
        });
    }

    private static Uni<Answer> decided(UnitOfWork unit, Function<UnitOfWork, Uni<Answer>> work) {
        return Uni.createFrom()
                .deferred(() -> work.apply(unit))
                .onFailure(ProblemException.class)
                .transform(Refused::new);
    }

    private Uni<Void> store(UnitOfWork unit, Claim claim, StoredAnswer answer) {
        return LostToTwin.unless(keys.insert(unit.sql(), Map.of(claim, answer)));
    }

    private Claim claim(IdempotencyKey key, String caller, String call, Object body) {
        JsonNode tree = json.mapper().valueToTree(body);
        return new Claim(caller, call, key.value(), Digest.of(CanonicalJson.of(tree)));
    }

    private StoredAnswer written(Answer answer) {
        return StoredAnswer.first(answer, json);
    }

    /** Our transaction, which may have refused what a twin of ours has done, has to go before we look again. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(Throwable problem) {
            super("refused", problem, false, false);
        }

        ProblemException problem() {
            return (ProblemException) getCause();
        }
    }
}
