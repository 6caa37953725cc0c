package dev.orderflow.platform.security;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** Auth0: roles in a claim whose name is an address. */
@QuarkusTest
@TestProfile(Auth0TokensIT.Configured.class)
class Auth0TokensIT extends ProviderTokens {

    public static class Configured implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeyServer.class, Map.of("provider", "Auth0")));
        }
    }

    @Override
    Map<String, Object> claims(String role) {
        return Map.of(
                "iss", "https://shop.eu.auth0.com/",
                "aud", List.of("https://api.example.com", "https://shop.eu.auth0.com/userinfo"),
                "sub", "auth0|507f1f77bcf86cd799439020",
                "azp", "my_client_id",
                "scope", "openid profile email",
                "https://shop.example.com/roles", List.of(role));
    }

    @Override
    List<Map<String, Object>> notForUs() {
        return List.of(
                Forge.with(claims("operator"), "aud", "my_client_id"),
                Forge.with(claims("operator"), "aud", "https://shop.eu.auth0.com/userinfo"),
                Forge.with(claims("operator"), "iss", "https://shop.eu.auth0.com"));
    }
}
