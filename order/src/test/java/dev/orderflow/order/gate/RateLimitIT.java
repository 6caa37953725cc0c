package dev.orderflow.order.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.ratelimit.Buckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One customer's share. A call whose body is no JSON shows what stood before the body: 400 if nothing did. */
@QuarkusTest
@TestProfile(RateLimitIT.Narrow.class)
class RateLimitIT {

    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "orderflow.rate-limit.enabled", "true",
                    "orderflow.rate-limit.writes.burst", "10",
                    "orderflow.rate-limit.writes.per-second", "1",
                    "orderflow.rate-limit.reads.burst", "10",
                    "orderflow.rate-limit.reads.per-second", "1",
                    "orderflow.order.rate-limit.timeout", "1s");
        }
    }

    private static final int ADMITTED = 400;
    private static final int LIMITED = 429;
    private static final Duration QUICK = Duration.ofSeconds(15);

    @Inject
    RedisAPI redis;

    @Inject
    Buckets buckets;

    @Inject
    MeterRegistry registry;

    private final String customer = somebody();

    @BeforeEach
    void redisIsConnected() {
        EmbeddedParts.shared().start(Name.REDIS);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            place(somebody());
            return place(somebody()).header("RateLimit") != null;
        });
    }

    @AfterEach
    void redisIsBack() {
        EmbeddedParts.shared().start(Name.REDIS);
    }

    @Test
    void refusesWhoHasUsedUpABurstAndSaysWhenToComeBack() {
        var first = place(customer);
        assertThat(first.statusCode()).isEqualTo(ADMITTED);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"writes\";q=10;w=10");
        assertThat(first.header("RateLimit")).isEqualTo("\"writes\";r=9;t=1");
        var limitedBefore = counted("limited");

        var answers = placeAtOnce(customer, 40);

        assertThat(answers).extracting(Response::statusCode).contains(ADMITTED, LIMITED);
        answers.stream()
                .filter(answer -> answer.statusCode() == LIMITED)
                .findFirst()
                .orElseThrow()
                .then()
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .header("Retry-After", "1")
                .header("RateLimit", startsWith("\"writes\";r=0;"));
        assertThat(counted("limited")).isGreaterThan(limitedBefore);
        await().atMost(Duration.ofSeconds(20)).until(() -> place(customer).statusCode() == ADMITTED);
    }

    /** What it weighs is taken at once, so it waits until as much is there. */
    @Test
    void weighsABatch() {
        assertThat(batch(customer).statusCode()).isEqualTo(ADMITTED);

        var again = batch(customer);

        assertThat(again.statusCode()).isEqualTo(LIMITED);
        assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(5, 10);
    }

    @Test
    void disturbsNoOtherCustomer() {
        useUp(customer);

        assertThat(place(somebody()).statusCode()).isEqualTo(ADMITTED);
    }

    @Test
    void countsReadsApartFromWrites() {
        useUp(customer);

        as(customer).get("/orders").then().statusCode(200).header("RateLimit", startsWith("\"reads\";r=9;"));
    }

    @Test
    void limitsNoOperatorAndNobodyWithoutAToken() {
        for (int n = 0; n < 15; n++) {
            assertThat(call(Tokens.operator("o-1"), "/orders")).isEqualTo(200);
            assertThat(call("garbage", "/problems")).isEqualTo(200);
        }
    }

    @Test
    void limitsNoCustomerWhereEverybodyMayCall() {
        for (int n = 0; n < 15; n++) {
            as(customer).get("/problems").then().statusCode(200).header("RateLimit", nullValue());
        }
        as(customer).get("/orders").then().statusCode(200).header("RateLimit", startsWith("\"reads\";r=9;"));
    }

    /** Whoever asks Redis for the bucket sees the same one, whatever the time is there. */
    @Test
    void sharesABucketWithEveryReplica() {
        var bucket = "rate:test:" + UUID.randomUUID();
        assertThat(takeHere(bucket).left()).isEqualTo(9);

        var elsewhere = redis.eval(GuardedBuckets.TAKE.eval(List.of(bucket), List.of("5", "10", "1")))
                .await()
                .indefinitely();

        assertThat(elsewhere.get(1).toLong()).isBetween(4L, 6L);
        assertThat(takeHere(bucket).left()).isBetween(3L, 6L);
        var time = redis.time().await().indefinitely();
        long full = redis.get(bucket).await().indefinitely().toLong();
        assertThat(full - time.get(0).toLong() * 1_000_000).isBetween(3_000_000L, 8_000_000L);
    }

    @Test
    void refillsInTimeAndForgetsAFullBucket() {
        var bucket = "rate:test:" + UUID.randomUUID();
        var taken = buckets.take(bucket, 10, 10, 2).await().indefinitely();
        assertThat(taken).isEqualTo(new Buckets.Level(true, 0, Duration.ZERO, Duration.ofSeconds(5)));

        var refused = buckets.take(bucket, 10, 10, 2).await().indefinitely();

        assertThat(refused.taken()).isFalse();
        assertThat(refused.due()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        redis.exists(List.of(bucket)).await().indefinitely().toInteger() == 0);
        assertThat(takeHere(bucket).taken()).isTrue();
    }

    @Test
    void namesNoCustomerInRedis() {
        batch(customer); // fills up for ten seconds, and only so long it has a name

        assertThat(redis.keys("rate:*").await().indefinitely().toString())
                .contains("rate:order:writes:")
                .doesNotContain(customer);
    }

    @Test
    void beginsAnewWhenRedisHasForgottenAll() {
        useUp(customer);

        redis.flushall(List.of()).await().indefinitely();
        redis.script(List.of("FLUSH")).await().indefinitely();

        assertThat(place(customer).header("RateLimit")).isEqualTo("\"writes\";r=9;t=1");
    }

    @Test
    void letsEverybodyInWhileRedisIsGone() {
        long asked = System.nanoTime();
        placeAll(customer, 20);
        var usual = Duration.ofNanos(System.nanoTime() - asked);
        useUp(customer);
        var openBefore = counted("open");

        EmbeddedParts.shared().kill(Name.REDIS);

        await().until(() -> place(customer).statusCode() == ADMITTED);
        long began = System.nanoTime();
        assertThat(placeAll(customer, 20)).containsOnly(ADMITTED);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("none of twenty waits for a second")
                .isLessThan(usual.plus(QUICK));
        assertThat(counted("open")).isGreaterThanOrEqualTo(openBefore + 20);
    }

    @Test
    void waitsOnlyAMomentForARedisThatIsSlow() {
        useUp(customer);
        redis.client(List.of("PAUSE", "60000", "WRITE")).await().indefinitely();
        try {
            long began = System.nanoTime();

            assertThat(place(customer).statusCode()).isEqualTo(ADMITTED);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(QUICK);
        } finally {
            redis.client(List.of("UNPAUSE")).await().indefinitely();
        }
    }

    private static int call(String token, String path) {
        return given().auth().oauth2(token).get(path).statusCode();
    }

    private Buckets.Level takeHere(String bucket) {
        return buckets.take(bucket, 1, 10, 1).await().indefinitely();
    }

    private void useUp(String somebody) {
        batch(somebody);
        assertThat(batch(somebody).statusCode()).isEqualTo(LIMITED);
    }

    private double counted(String outcome) {
        return registry.find("orderflow.http.rate.limit").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static List<Integer> placeAll(String somebody, int times) {
        return IntStream.range(0, times)
                .mapToObj(n -> place(somebody).statusCode())
                .toList();
    }

    /** Faster than a bucket fills up again, on whatever machine. */
    private static List<Response> placeAtOnce(String somebody, int times) {
        var placing = IntStream.range(0, times)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> place(somebody), Thread::startVirtualThread))
                .toList();
        return placing.stream().map(CompletableFuture::join).toList();
    }

    private static Response place(String somebody) {
        return as(somebody).body("{").post("/orders");
    }

    private static Response batch(String somebody) {
        return as(somebody).body("{").post("/orders/batch");
    }

    private static RequestSpecification as(String somebody) {
        return given().auth().oauth2(Tokens.customer(somebody)).contentType("application/json");
    }

    private static String somebody() {
        return "c-" + UUID.randomUUID();
    }
}
