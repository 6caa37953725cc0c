package dev.orderflow.order.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.platform.ratelimit.Buckets;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Redis holds of the shares, and that everybody is let in while it can't be asked. */
@QuarkusTest
@TestProfile(RateLimitFixture.Narrow.class)
class BucketsIT extends RateLimitFixture {

    private static final Duration QUICK = Duration.ofSeconds(15);

    @Inject
    Buckets buckets;

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

    private Buckets.Level takeHere(String bucket) {
        return buckets.take(bucket, 1, 10, 1).await().indefinitely();
    }

    private static List<Integer> placeAll(String somebody, int times) {
        return IntStream.range(0, times)
                .mapToObj(n -> place(somebody).statusCode())
                .toList();
    }
}
