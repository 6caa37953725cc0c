package dev.orderflow.order.gate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One customer's share: of what it is taken, and of whom. */
@QuarkusTest
@TestProfile(RateLimitFixture.Narrow.class)
class RateLimitIT extends RateLimitFixture {

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

    private static int call(String token, String path) {
        return given().auth().oauth2(token).get(path).statusCode();
    }

    /** Faster than a bucket fills up again, on whatever machine. */
    private static List<Response> placeAtOnce(String somebody, int times) {
        var placing = IntStream.range(0, times)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> place(somebody), Thread::startVirtualThread))
                .toList();
        return placing.stream().map(CompletableFuture::join).toList();
    }
}
