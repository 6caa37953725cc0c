package dev.orderflow.order.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.devservices.testing.Tokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Customers with narrow shares, and a Redis that is there at the start of each test. A call whose body is no JSON shows
 * what stood before the body: 400 if nothing did.
 */
abstract class RateLimitFixture {

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

    static final int ADMITTED = 400;
    static final int LIMITED = 429;

    @Inject
    RedisAPI redis;

    @Inject
    MeterRegistry registry;

    final String customer = somebody();

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

    void useUp(String somebody) {
        batch(somebody);
        assertThat(batch(somebody).statusCode()).isEqualTo(LIMITED);
    }

    double counted(String outcome) {
        return registry.find("orderflow.http.rate.limit").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    static Response place(String somebody) {
        return as(somebody).body("{").post("/orders");
    }

    static Response batch(String somebody) {
        return as(somebody).body("{").post("/orders/batch");
    }

    static RequestSpecification as(String somebody) {
        return given().auth().oauth2(Tokens.customer(somebody)).contentType("application/json");
    }

    static String somebody() {
        return "c-" + UUID.randomUUID();
    }
}
