package dev.orderflow.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Digest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two calls with one key at the same time: one decides, and the other answers like it or says that it still runs. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class TwinCallsIT extends CallerFixture {

    @Inject
    IdempotentCalls calls;

    @Test
    void saysSoWhileTheFirstStillRuns() {
        var release = new CompletableFuture<Answer>();
        var first = run(unit -> Uni.createFrom().completionStage(release)).subscribeAsCompletionStage();
        await().until(() -> locks() == 1);
        assertThatThrownBy(() -> run(unit -> Uni.createFrom().item(Answer.of(200, "second")))
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.is(Problems.REQUEST_IN_PROGRESS))
                                .isTrue());
        release.complete(Answer.of(200, "first"));
        assertThat(first.join().replayed()).isFalse();
        assertThat(calls.find(call())
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .body()
                        .toString())
                .isEqualTo("\"first\"");
    }

    /** The twin commits after we looked for its answer: only the primary key can tell. */
    @Test
    void whoLosesTheKeyToATwinTakesItBackAndAnswersLikeTheTwin() {
        var answer = run(unit -> insertEffect(unit).chain(() -> twinCommits()).replaceWith(Answer.of(200, "mine")))
                .await()
                .indefinitely();
        assertThat(answer.replayed()).isTrue();
        assertThat(answer.body().toString()).isEqualTo("\"twin's\"");
        assertThat(effects()).isZero();
    }

    /** The twin commits between our look and our lock, so that what we decide on is what it has made. */
    @Test
    void whoIsRefusedForWhatItsTwinHasDoneAnswersLikeTheTwin() {
        var answer = run(unit -> insertEffect(unit).chain(() -> twinCommits()).chain(TwinCallsIT::refused))
                .await()
                .indefinitely();
        assertThat(answer.replayed()).isTrue();
        assertThat(answer.body().toString()).isEqualTo("\"twin's\"");
        assertThat(effects()).isZero();
    }

    @Test
    void whoIsRefusedWithoutATwinIsToldWhy() {
        assertThatThrownBy(() -> run(unit -> TwinCallsIT.refused()).await().indefinitely())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.is(Problems.NOT_FOUND)).isTrue());
    }

    @Test
    void saysThatNothingIsSettledWhileTheFirstRunsAndItsAnswerAfterwards() {
        assertThat(settled()).isEmpty();
        var release = new CompletableFuture<Answer>();
        var first = run(unit -> Uni.createFrom().completionStage(release)).subscribeAsCompletionStage();
        await().until(() -> locks() == 1);

        assertThatThrownBy(this::settled)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.is(Problems.REQUEST_IN_PROGRESS))
                                .isTrue());

        release.complete(Answer.of(200, "first"));
        first.join();
        assertThat(settled().orElseThrow().body()).hasToString("\"first\"");
    }

    private static Uni<Answer> refused() {
        return Uni.createFrom().failure(Problems.NOT_FOUND.because("refused"));
    }

    private Optional<StoredAnswer> settled() {
        return calls.findSettled(call()).await().indefinitely();
    }

    private KeyedCall call() {
        return calls.call(IdempotencyKey.fromString(key), caller, "POST /direct", null);
    }

    private Uni<StoredAnswer> run(Function<UnitOfWork, Uni<Answer>> work) {
        return calls.run(IdempotencyKey.fromString(key), caller, "POST /direct", null, work);
    }

    private Uni<Void> insertEffect(UnitOfWork unit) {
        return unit.sql()
                .preparedQuery("insert into sample_effect(id, owner) values ($1, $2)")
                .execute(Tuple.of(UUID.randomUUID(), caller))
                .replaceWithVoid();
    }

    private Uni<Void> twinCommits() {
        var nothing = Digest.of("null");
        var claim = new Claim(caller, "POST /direct", key, nothing);
        var answer = new StoredAnswer(200, Map.of(), Buffer.buffer("\"twin's\""), false);
        return pool.withTransaction(twin -> keys.insert(twin, Map.of(claim, answer)))
                .replaceWithVoid();
    }

    private long locks() {
        return pool.query("""
                        select count(*) from pg_locks join pg_stat_activity using (pid)
                        where locktype = 'advisory' and state = 'idle in transaction' and datname = current_database()""")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
