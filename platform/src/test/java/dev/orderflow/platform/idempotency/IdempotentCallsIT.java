package dev.orderflow.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Digest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class IdempotentCallsIT {

    private static final String OK = "{\"behaviour\":\"ok\",\"a\":1,\"b\":2}";

    @Inject
    Pool pool;

    @Inject
    KeyStore keys;

    @Inject
    IdempotentCalls calls;

    private String caller;
    private String key;

    @BeforeEach
    void somebodyNew() {
        caller = "c-" + UUID.randomUUID();
        key = UUID.randomUUID().toString();
    }

    @Test
    void repeatsTheFirstAnswerByteForByte() {
        var first = post("\"" + key + "\"", OK);
        var second = post("\"" + key + "\"", OK);
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", "\"1\"")
                .header("Content-Type", first.header("Content-Type"));
        assertThat(first.header("Location")).isEqualTo("/effects/" + first.path("id"));
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void takesQuotedAndBareForOneKey() {
        post(key, OK);
        post("\"" + key + "\"", OK).then().header("Idempotency-Replayed", "true");
    }

    @Test
    void takesNoTwoKeys() {
        given().auth()
                .oauth2(Tokens.customer(caller))
                .contentType("application/json")
                .header("Idempotency-Key", key, "another-" + key)
                .body(OK)
                .post("/effects")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
        assertThat(effects()).isZero();
    }

    @Test
    void comparesBodiesAsCanonicalJson() {
        post(key, OK);
        post(key, "{ \"b\": 2, \"a\": 1.0, \"behaviour\": \"\\u006fk\" }")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void refusesAnotherBody() {
        post(key, OK);
        post(key, OK.replace("2", "3"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/idempotency-key-reused"));
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void keepsCallersAndCallsApart() {
        post(key, OK);
        String first = caller;
        caller = "c-" + UUID.randomUUID();
        post(key, OK).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(effects()).isEqualTo(1);
        caller = first;
        post("/effects/other", key, OK).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(effects()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "crash"})
    void decidesAgainWhatDidNotSucceed(String behaviour) {
        var failed = post(key, OK.replace("ok", behaviour));
        assertThat(failed.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(effects()).isZero();
        post(key, OK).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void hundredAtOnceHaveOneEffect() {
        List<Response> answers;
        String token = Tokens.customer(caller);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 100)
                    .mapToObj(i -> clients.submit(() -> post(token, "/effects", key, OK)))
                    .toList();
            answers = calls.stream().map(IdempotentCallsIT::result).toList();
        }
        assertThat(effects()).isEqualTo(1);
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(Response::asString)
                .containsOnly(post(key, OK).asString());
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(
                        answer -> assertThat(answer.<String>path("type")).isEqualTo("/problems/request-in-progress"));
    }

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
        assertThat(calls.find(IdempotencyKey.fromString(key), caller, "POST /direct", null)
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
        var answer = run(unit -> insertEffect(unit).chain(() -> twinCommits()).chain(IdempotentCallsIT::refused))
                .await()
                .indefinitely();
        assertThat(answer.replayed()).isTrue();
        assertThat(answer.body().toString()).isEqualTo("\"twin's\"");
        assertThat(effects()).isZero();
    }

    @Test
    void whoIsRefusedWithoutATwinIsToldWhy() {
        assertThatThrownBy(
                        () -> run(unit -> IdempotentCallsIT.refused()).await().indefinitely())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.is(Problems.NOT_FOUND)).isTrue());
    }

    private static Uni<Answer> refused() {
        return Uni.createFrom().failure(Problems.NOT_FOUND.because("refused"));
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

    private Optional<StoredAnswer> settled() {
        return calls.findSettled(IdempotencyKey.fromString(key), caller, "POST /direct", null)
                .await()
                .indefinitely();
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
        return pool.withTransaction(twin -> keys.insert(twin, claim, answer)).replaceWithVoid();
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

    @Test
    void runsEachTimeWithoutAKey() {
        post(null, OK).then().statusCode(201);
        post(null, OK).then().statusCode(201);
        assertThat(effects()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "a b", "\"\"", "a,b", "\"a\";p=1", "\"ü\""})
    void refusesMalformedKeys(String malformed) {
        post(malformed, OK).then().statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void refusesKeysThatAreTooLong() {
        post("k".repeat(256), OK).then().statusCode(400);
        post("k".repeat(255), OK).then().statusCode(201);
    }

    @Test
    void forgetsAfterADaySweptOrNot() {
        post(key, OK);
        age();
        post(key, OK).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(effects()).isEqualTo(2);
        post(key, OK).then().header("Idempotency-Replayed", "true");
        age();
        assertThat(keys.sweep(pool, 1000).await().indefinitely()).isPositive();
        assertThat(count("select count(*) from idempotency_key where caller = $1"))
                .isZero();
    }

    private static Response result(Future<Response> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void age() {
        pool.preparedQuery("update idempotency_key set created_at = now() - interval '25 hours' where caller = $1")
                .execute(Tuple.of(caller))
                .await()
                .indefinitely();
    }

    private long effects() {
        return count("select count(*) from sample_effect where owner = $1");
    }

    private long count(String query) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(caller))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private Response post(String idempotencyKey, String body) {
        return post("/effects", idempotencyKey, body);
    }

    private Response post(String path, String idempotencyKey, String body) {
        return post(Tokens.customer(caller), path, idempotencyKey, body);
    }

    private static Response post(String token, String path, String idempotencyKey, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey)).post(path);
    }
}
