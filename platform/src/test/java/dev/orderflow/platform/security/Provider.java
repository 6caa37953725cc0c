package dev.orderflow.platform.security;

import java.util.List;
import java.util.Map;

/** Claims of access tokens as providers document them; the sources are in docs/security.md. */
enum Provider {
    /** Realm roles, and an audience by mapper. */
    KEYCLOAK("Keycloak") {
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
    },

    /** Roles in a claim whose name is an address. */
    AUTH0("Auth0") {
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
    },

    /** App roles in v2.0 tokens. */
    ENTRA_ID("Microsoft Entra ID") {
        @Override
        Map<String, Object> claims(String role) {
            return Map.ofEntries(
                    Map.entry("iss", "https://login.microsoftonline.com/" + Tenants.OWN + "/v2.0"),
                    Map.entry("aud", "6e74172b-be56-4843-9ff4-e66a39bb12e3"),
                    Map.entry("sub", "HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ"),
                    Map.entry("oid", "690222be-ff1a-4d56-abd1-7e4f7d38e474"),
                    Map.entry("tid", Tenants.OWN),
                    Map.entry("azp", "6731de76-14a6-49ae-97bc-6eba6914391e"),
                    Map.entry("azpacr", "0"),
                    Map.entry("name", "Alice"),
                    Map.entry("preferred_username", "alice@example.com"),
                    Map.entry("roles", List.of(role)),
                    Map.entry("scp", "access_as_user"),
                    Map.entry("uti", "fqiBqXLPj0eQa82S-IYFAA"),
                    Map.entry("ver", "2.0"));
        }

        @Override
        List<Map<String, Object>> notForUs() {
            return List.of(
                    Forge.with(claims("operator"), "aud", "00000003-0000-0000-c000-000000000000"),
                    Forge.with(claims("operator"), "iss", "https://login.microsoftonline.com/common/v2.0"),
                    Forge.with(claims("operator"), "iss", "https://sts.windows.net/" + Tenants.OWN + "/"));
        }
    },

    /** Groups, and an application instead of an audience. */
    COGNITO("Amazon Cognito") {
        @Override
        Map<String, Object> claims(String role) {
            return Map.ofEntries(
                    Map.entry("iss", "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_example"),
                    Map.entry("sub", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"),
                    Map.entry("cognito:groups", List.of(role)),
                    Map.entry("client_id", "57cbishk4j24pabc1234567890"),
                    Map.entry("origin_jti", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeef"),
                    Map.entry("token_use", "access"),
                    Map.entry("scope", "aws.cognito.signin.user.admin"),
                    Map.entry("auth_time", 1_676_312_777),
                    Map.entry("username", "alice"));
        }

        @Override
        List<Map<String, Object>> notForUs() {
            var id = Forge.with(Forge.without(claims("operator"), "client_id"), "aud", "57cbishk4j24pabc1234567890");
            return List.of(
                    Forge.with(id, "token_use", "id"),
                    Forge.with(claims("operator"), "client_id", "another2j24pabc1234567890"),
                    Forge.with(claims("operator"), "iss", "https://cognito-idp.eu-central-1.amazonaws.com/another"));
        }
    };

    private static final class Tenants {

        static final String OWN = "72f988bf-86f1-41af-91ab-2d7cd011db47";
    }

    private final String heading;

    Provider(String heading) {
        this.heading = heading;
    }

    /** Claims that hold one of the roles in the place where the provider puts them. */
    abstract Map<String, Object> claims(String role);

    /** Of the same provider, for somebody or something else. */
    abstract List<Map<String, Object>> notForUs();

    /** What the page says to configure. */
    Map<String, String> settings() {
        return ProviderSettings.of(heading);
    }
}
