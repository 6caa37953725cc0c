package dev.orderflow.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemType;
import dev.orderflow.platform.problem.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that come together share a transaction, and nothing else. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class SharedCallsIT extends CallerFixture {

    /** Batches that may run at the same time. */
    private static final int ABREAST = 4;

    @Inject
    IdempotentCalls calls;

    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private SharedCalls<String, List<String>> shared;

    @BeforeEach
    void open() {
        shared = calls.sharing(new Effects());
    }

    /** A wish is what it does: {@code hold} waits, {@code refuse}, {@code crash}, {@code lose} and {@code cut off} fail, others have an effect. */
    private final class Effects implements SharedCalls.Work<String, List<String>> {

        @Override
        public Uni<List<String>> read(UnitOfWork unit, List<String> wishes) {
            batches.add(wishes);
            if (wishes.contains("hold")) {
                return Uni.createFrom().completionStage(gate).replaceWith(wishes);
            }
            if (wishes.contains("cut off")) {
                return Uni.createFrom().failure(ClosedConnectionException.INSTANCE);
            }
            return wishes.contains("lose")
                    ? twinCommits().replaceWith(wishes)
                    : Uni.createFrom().item(wishes);
        }

        @Override
        public List<Decision> decide(UnitOfWork unit, List<String> wishes, List<String> read) {
            assertThat(read).containsAll(wishes);
            return wishes.stream().map(wish -> decide(unit, wish)).toList();
        }

        private Decision decide(UnitOfWork unit, String wish) {
            return switch (wish) {
                case "refuse" -> new Decision.Refused(Problems.NOT_FOUND.because("refused"));
                case "crash" -> throw new IllegalStateException("crash");
                default -> {
                    unit.endWith(unit.sql()
                            .preparedQuery("insert into sample_effect(id, owner, note) values ($1, $2, $3)")
                            .execute(Tuple.of(UUID.randomUUID(), caller, wish))
                            .replaceWithVoid());
                    yield new Decision.Done(Answer.of(200, wish));
                }
            };
        }
    }

    @Test
    void thoseThatComeTogetherShareATransaction() {
        var together = whileOthersRun(() -> IntStream.range(0, 10).mapToObj(n -> ask(key + n, "wish " + n)));

        assertThat(together.map(CompletableFuture::join).map(StoredAnswer::body).map(Buffer::toString))
                .containsExactly(IntStream.range(0, 10)
                        .mapToObj(n -> "\"wish " + n + "\"")
                        .toArray(String[]::new));
        assertThat(batches).hasSize(ABREAST + 1);
        assertThat(count("select count(distinct xmin::text) from sample_effect where owner = $1 and note <> 'hold'"))
                .isEqualTo(1);
        assertThat(ask(key + 3, "wish 3").join().replayed()).isTrue();
        assertThat(effects()).isEqualTo(ABREAST + 10);
    }

    @Test
    void whoComesAloneWaitsForNobody() {
        assertThat(ask(key, "alone").join().replayed()).isFalse();
        assertThat(batches).containsExactly(List.of("alone"));
    }

    @Test
    void whoHasNoKeyIsDoneEachTime() {
        assertThat(ask(null, "again").join().replayed()).isFalse();
        assertThat(ask(null, "again").join().replayed()).isFalse();
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void oneThatIsRefusedCostsTheOthersNothing() {
        var together = whileOthersRun(() -> Stream.of(ask(key, "one"), ask(key + 2, "refuse"), ask(key + 3, "three")))
                .toList();

        assertThat(together.getFirst().join().replayed()).isFalse();
        assertRefused(Problems.NOT_FOUND, together.get(1)::join);
        assertThat(together.get(2).join().replayed()).isFalse();
        assertThat(batches).last().isEqualTo(List.of("one", "refuse", "three"));
        assertThat(ask(key + 2, "now").join().replayed()).isFalse();
    }

    @Test
    void oneThatFailsFailsAlone() {
        var together = whileOthersRun(() -> Stream.of(ask(key, "one"), ask(key + 2, "crash"), ask(key + 3, "three")))
                .toList();

        assertThat(together.getFirst().join().body()).hasToString("\"one\"");
        assertThatThrownBy(together.get(1)::join).hasRootCauseMessage("crash");
        assertThat(together.get(2).join().body()).hasToString("\"three\"");
        assertThat(effects()).isEqualTo(ABREAST + 2);
    }

    @Test
    void aTwinInTheSameTransactionIsToldThatTheFirstStillRuns() {
        var together = whileOthersRun(() -> Stream.of(ask(key, "mine"), ask(key, "mine"), ask(key + 2, "other")))
                .toList();

        assertThat(together.getFirst().join().replayed()).isFalse();
        assertRefused(Problems.REQUEST_IN_PROGRESS, together.get(1)::join);
        assertThat(together.get(2).join().replayed()).isFalse();
        assertThat(effects()).isEqualTo(ABREAST + 2);
        assertThat(ask(key, "mine").join().replayed()).isTrue();
    }

    @Test
    void thoseThatAreKnownAlreadyAreAnsweredBesideNewOnes() {
        ask(key, "known").join();
        var together = whileOthersRun(
                        () -> Stream.of(ask(key, "known"), ask(key, "known, but another"), ask(key + 2, "new")))
                .toList();

        assertThat(together.getFirst().join().replayed()).isTrue();
        assertRefused(Problems.IDEMPOTENCY_KEY_REUSED, together.get(1)::join);
        assertThat(together.get(2).join().replayed()).isFalse();
        assertThat(effects()).isEqualTo(ABREAST + 2);
    }

    /** The twin commits after we looked for its answer: only the primary key can tell, and it undoes what the others did. */
    @Test
    void whoLosesTheKeyToATwinAnswersLikeTheTwinAndTheOthersAreDoneAgain() {
        var together = whileOthersRun(() -> Stream.of(ask(key, "lose"), ask(key + 2, "two"), ask(key + 3, "three")))
                .toList();

        var lost = together.getFirst().join();
        assertThat(lost.replayed()).isTrue();
        assertThat(lost.body()).hasToString("\"twin's\"");
        assertThat(together.get(1).join().body()).hasToString("\"two\"");
        assertThat(together.get(2).join().body()).hasToString("\"three\"");
        assertThat(effects()).isEqualTo(ABREAST + 2);
    }

    /** What has been committed can't be told then: to do it again could do it twice. */
    @Test
    void nobodyIsDoneAgainAfterTheConnectionWasLost() {
        var together = whileOthersRun(() -> Stream.of(ask(key, "one"), ask(key + 2, "cut off")))
                .toList();

        assertThat(together)
                .allSatisfy(answer ->
                        assertThatThrownBy(answer::join).hasRootCauseInstanceOf(ClosedConnectionException.class));
        assertThat(batches).hasSize(ABREAST + 1);
    }

    private CompletableFuture<StoredAnswer> ask(String name, String wish) {
        var call = calls.call(name == null ? null : IdempotencyKey.fromString(name), caller, "POST /wishes", wish);
        return shared.run(call, wish).subscribeAsCompletionStage();
    }

    /** All that may run abreast are held, so that those who ask meanwhile share the next. */
    private Stream<CompletableFuture<StoredAnswer>> whileOthersRun(Asking asking) {
        int before = batches.size();
        var held = IntStream.rangeClosed(1, ABREAST)
                .mapToObj(n -> held(before + n))
                .toList();
        var together = asking.ask().toList();
        gate.complete(null);
        held.forEach(CompletableFuture::join);
        return together.stream();
    }

    /** Each by itself, which begins when the one before it takes long. */
    private CompletableFuture<StoredAnswer> held(int batch) {
        var answer = ask(UUID.randomUUID().toString(), "hold");
        await().until(() -> batches.size() == batch);
        return answer;
    }

    private interface Asking {

        Stream<CompletableFuture<StoredAnswer>> ask();
    }

    private static void assertRefused(ProblemType type, ThrowingCallable answer) {
        assertThatThrownBy(answer)
                .hasCauseInstanceOf(ProblemException.class)
                .satisfies(refused -> assertThat(((ProblemException) refused.getCause()).is(type))
                        .isTrue());
    }

    private Uni<Void> twinCommits() {
        var claim = calls.call(IdempotencyKey.fromString(key), caller, "POST /wishes", "lose")
                .claim()
                .orElseThrow();
        var answer = new StoredAnswer(200, Map.of(), Buffer.buffer("\"twin's\""), false);
        return pool.withConnection(sql -> sql.preparedQuery("select count(*) from idempotency_key where key = $1")
                        .execute(Tuple.of(key))
                        .map(rows -> rows.iterator().next().getLong(0)))
                .chain(known -> known > 0
                        ? Uni.createFrom().voidItem()
                        : pool.withTransaction(twin -> keys.insert(twin, Map.of(claim, answer)))
                                .replaceWithVoid());
    }
}
