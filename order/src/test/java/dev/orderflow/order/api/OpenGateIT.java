package dev.orderflow.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A stock gate that knows nothing, is slow or away never stands in the way. */
@QuarkusTest
class OpenGateIT extends StockGateFixture {

    @Test
    void acceptsOrdersWhileTheLevelIsNotKnown() {
        place(2, "unknown").then().statusCode(201);
    }

    @Test
    void countsWhatTheGateSays() {
        var held = counted("held");
        var missed = counted("miss");
        var refused = counted("short");
        var open = counted("open");

        place(2, "unknown").then().statusCode(201);
        level(3);
        place(1, "known").then().statusCode(201);
        place(1, "too-much").then().statusCode(409);
        EmbeddedParts.shared().kill(Name.REDIS);
        place(1, "away").then().statusCode(201);

        assertThat(counted("miss")).isEqualTo(missed + 1);
        assertThat(counted("held")).isEqualTo(held + 1);
        assertThat(counted("short")).isEqualTo(refused + 1);
        assertThat(counted("open")).isEqualTo(open + 1);
    }

    @Test
    void acceptsOrdersWhileRedisIsSlow() {
        level(0);
        redis.client(List.of("PAUSE", "60000", "WRITE")).await().indefinitely();
        try {
            place(2, "patient").then().statusCode(201);
        } finally {
            redis.client(List.of("UNPAUSE")).await().indefinitely();
        }
    }

    @Test
    void acceptsOrdersWhileRedisHoldsNonsense() {
        redis.del(List.of("{stock}:levels")).await().indefinitely();
        redis.set(List.of("{stock}:levels", "nonsense")).await().indefinitely();
        try {
            place(2, "trusting").then().statusCode(201);
        } finally {
            redis.del(List.of("{stock}:levels")).await().indefinitely();
        }
    }

    @Test
    void acceptsOrdersWhileRedisIsAwayAndAsksItAgainLater() {
        EmbeddedParts.shared().kill(Name.REDIS);
        for (int n = 0; n < 20; n++) {
            place(1, "away-" + n).then().statusCode(201);
        }

        EmbeddedParts.shared().start(Name.REDIS);

        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            level(0);
            return place(1, "back-" + UUID.randomUUID()).statusCode() == 409;
        });
    }
}
