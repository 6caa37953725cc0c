package dev.orderflow.platform.security;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** Amazon Cognito: groups, and an application instead of an audience. */
@QuarkusTest
@TestProfile(CognitoTokensIT.Configured.class)
class CognitoTokensIT extends ProviderTokens {

    public static class Configured implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeyServer.class, Map.of("provider", "Amazon Cognito")));
        }
    }

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
}
