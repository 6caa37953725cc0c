package dev.orderflow.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As docs/security.md configures a service for a storefront in the browser, behind a proxy that ends TLS. */
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
                    "quarkus.http.cors.methods", "GET,POST,PATCH",
                    "quarkus.http.cors.headers", "Authorization,Content-Type,Idempotency-Key,If-Match,If-None-Match",
                    "quarkus.http.cors.exposed-headers", "ETag,Location,Retry-After",
                    "quarkus.http.proxy.proxy-address-forwarding", "true");
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
