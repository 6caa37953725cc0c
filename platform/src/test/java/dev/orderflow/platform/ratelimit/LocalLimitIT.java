package dev.orderflow.platform.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service that has nowhere to share its buckets: it limits its customers all the same. */
@QuarkusTest
@TestProfile(LocalLimitIT.Narrow.class)
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class LocalLimitIT {

    /** Filled up by one a second. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "orderflow.rate-limit.enabled", "true",
                    "orderflow.rate-limit.reads.burst", "500",
                    "orderflow.rate-limit.reads.per-second", "1",
                    "orderflow.rate-limit.writes.burst", "5",
                    "orderflow.rate-limit.writes.per-second", "1");
        }
    }

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void refusesWhoHasUsedUpABurst() {
        write(customer)
                .then()
                .statusCode(201)
                .header("RateLimit-Policy", "\"writes\";q=5;w=5")
                .header("RateLimit", "\"writes\";r=4;t=1");

        var refused = Stream.generate(() -> write(customer))
                .limit(60)
                .filter(answer -> answer.statusCode() != 201)
                .findFirst()
                .orElseThrow();

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .header("Retry-After", "1")
                .header("RateLimit", startsWith("\"writes\";r=0;"));
    }

    @Test
    void disturbsNoOtherCustomerAndNoRead() {
        var refusals = Stream.generate(() -> write(customer)).limit(60).filter(answer -> answer.statusCode() == 429);
        assertThat(refusals)
                .anySatisfy(refused -> assertThat(refused.header("RateLimit")).startsWith("\"writes\";r=0;"));

        write("c-" + UUID.randomUUID()).then().statusCode(201);
        given().auth()
                .oauth2(Tokens.customer(customer))
                .get("/samples/mine")
                .then()
                .statusCode(200);
    }

    @Test
    void limitsNoOperator() {
        var operator = "o-" + UUID.randomUUID();
        for (int n = 0; n < 20; n++) {
            given().auth()
                    .oauth2(Tokens.operator(operator))
                    .post("/tickets")
                    .then()
                    .statusCode(201)
                    .header("RateLimit", nullValue());
        }
    }

    private static Response write(String who) {
        return given().auth().oauth2(Tokens.customer(who)).post("/tickets");
    }
}
