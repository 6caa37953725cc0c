package dev.orderflow.platform.security;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** Keycloak: realm roles, and an audience by mapper. */
@QuarkusTest
@TestProfile(KeycloakTokensIT.Configured.class)
class KeycloakTokensIT extends ProviderTokens {

    public static class Configured implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeyServer.class, Map.of("provider", "Keycloak")));
        }
    }

    @Override
    Map<String, Object> claims(String role) {
        return Map.ofEntries(
                Map.entry("iss", "https://id.example.com/realms/shop"),
                Map.entry("aud", List.of("orderflow", "account")),
                Map.entry("sub", "f6b0a7a9-7c3e-4d3c-9c0e-0f6f1f0c9f2a"),
                Map.entry("typ", "Bearer"),
                Map.entry("azp", "storefront"),
                Map.entry("sid", "3f6f1f0c-9f2a-4d3c-9c0e-f6b0a7a97c3e"),
                Map.entry("acr", "1"),
                Map.entry("realm_access", Map.of("roles", List.of("default-roles-shop", role))),
                Map.entry("resource_access", Map.of("account", Map.of("roles", List.of("manage-account")))),
                Map.entry("scope", "openid email profile"),
                Map.entry("email_verified", true),
                Map.entry("preferred_username", "alice"),
                Map.entry("email", "alice@example.com"));
    }

    @Override
    List<Map<String, Object>> notForUs() {
        return List.of(
                Forge.with(claims("operator"), "aud", "account"),
                Forge.without(claims("operator"), "aud"),
                Forge.with(claims("operator"), "iss", "https://id.example.com/realms/master"));
    }
}
