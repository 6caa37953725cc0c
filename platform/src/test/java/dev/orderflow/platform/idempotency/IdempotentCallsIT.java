package dev.orderflow.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call with a key takes effect once, and answers a day long as it did the first time. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class IdempotentCallsIT extends CallerFixture {

    private static final String OK = "{\"behaviour\":\"ok\",\"a\":1,\"b\":2}";

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
