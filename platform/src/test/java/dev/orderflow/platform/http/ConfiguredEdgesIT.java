package dev.orderflow.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.security.AbsentIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * As docs/security.md configures a service for a storefront in the browser, behind a proxy that ends TLS. Its issuer was
 * never there. How few it serves at once, and how impatiently, is for {@link CrowdIT}.
 */
@QuarkusTest
@TestProfile(ConfiguredEdgesIT.BehindAProxy.class)
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class ConfiguredEdgesIT {

    public static class BehindAProxy implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.cors.enabled", "true",
                    "quarkus.http.cors.origins", "https://shop.example.com",
                    "quarkus.http.cors.methods", "GET,POST,PUT,PATCH",
                    "quarkus.http.cors.headers",
                            "Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match,Last-Event-ID",
                    "quarkus.http.cors.exposed-headers",
                            "ETag,Idempotency-Replayed,Location,RateLimit,RateLimit-Policy,Retry-After,WWW-Authenticate",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "orderflow.http.at-once", Integer.toString(CrowdIT.AT_ONCE),
                    "orderflow.http.body-patience", CrowdIT.BODY_PATIENCE.toSeconds() + "s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(AbsentIssuer.class));
        }
    }

    @Test
    void asksToComeBackWhileNoKeyCouldEverBeHad() {
        for (int call = 0; call < 3; call++) {
            given().auth()
                    .oauth2(Tokens.customer("c-1"))
                    .get("/samples/mine")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .header("WWW-Authenticate", nullValue())
                    .body("type", equalTo("/problems/unavailable"));
        }
    }

    @Test
    void trustsTheOriginThatIsNamedAndNoOther() {
        given().header("Origin", "https://shop.example.com")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "Authorization")
                .options("/samples")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://shop.example.com")
                .header("Access-Control-Allow-Methods", containsString("POST"));
        given().header("Origin", "https://evil.example.com")
                .header("Access-Control-Request-Method", "POST")
                .options("/samples")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    /** Even a refused call tells the page what the contract says that it tells. */
    @Test
    void letsAStorefrontChangeAndResumeAndReadWhatTheAnswerSays() {
        given().header("Origin", "https://shop.example.com")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "Last-Event-ID")
                .options("/samples/mine")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("Last-Event-ID"));
        given().header("Origin", "https://shop.example.com")
                .get("/samples/mine")
                .then()
                .statusCode(401)
                .header("Access-Control-Expose-Headers", containsString("WWW-Authenticate"))
                .header("Access-Control-Expose-Headers", containsString("Idempotency-Replayed"));
    }

    @Test
    void asksForHttpsOnceItWasUsed() {
        given().header("X-Forwarded-Proto", "https")
                .get("/samples/page")
                .then()
                .header("Strict-Transport-Security", "max-age=31536000");
        given().header("X-Forwarded-Proto", "https")
                .get("/nothing")
                .then()
                .statusCode(404)
                .header("Strict-Transport-Security", "max-age=31536000");
        given().get("/samples/page").then().header("Strict-Transport-Security", nullValue());
    }
}
