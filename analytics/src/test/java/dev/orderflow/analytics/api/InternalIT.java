package dev.orderflow.analytics.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.analytics.testing.Broker;
import dev.orderflow.devservices.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replicas ask each other: whoever else gets there learns no more than by the public calls. */
@QuarkusTest
class InternalIT {

    private static final String FIGURES = "/internal/figures?first=minute/&last=minute0";

    @Test
    void isInNoDocument() {
        assertThat(given().get("/q/openapi").asString())
                .contains("/analytics/minutes")
                .doesNotContain("/internal", "Share");
    }

    @ParameterizedTest
    @ValueSource(strings = {FIGURES, "/internal/customers/alice"})
    void asksForATokenAndARole(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(status(path, Tokens.forSubject("alice").forged())).isEqualTo(401);
        assertThat(status(path, Tokens.forSubject("alice").mint())).isEqualTo(403);
    }

    @Test
    void showsFiguresToOperatorsAndCustomersToThemselves() {
        new Broker().close();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(status(FIGURES, Tokens.operator("olga"))).isEqualTo(200);
            assertThat(status("/internal/customers/alice", Tokens.operator("olga")))
                    .isEqualTo(200);
            assertThat(status("/internal/customers/alice", Tokens.customer("alice")))
                    .isEqualTo(200);
        });
        assertThat(status(FIGURES, Tokens.customer("alice"))).isEqualTo(403);
        assertThat(status("/internal/customers/alice", Tokens.customer("bob"))).isEqualTo(404);
    }

    private static int status(String path, String token) {
        return given().auth().oauth2(token).get(path).statusCode();
    }
}
