package dev.orderflow.platform.security;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** Microsoft Entra ID: app roles in v2.0 tokens. */
@QuarkusTest
@TestProfile(EntraTokensIT.Configured.class)
class EntraTokensIT extends ProviderTokens {

    public static class Configured implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeyServer.class, Map.of("provider", "Microsoft Entra ID")));
        }
    }

    private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";

    @Override
    Map<String, Object> claims(String role) {
        return Map.ofEntries(
                Map.entry("iss", "https://login.microsoftonline.com/" + TENANT + "/v2.0"),
                Map.entry("aud", "6e74172b-be56-4843-9ff4-e66a39bb12e3"),
                Map.entry("sub", "HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ"),
                Map.entry("oid", "690222be-ff1a-4d56-abd1-7e4f7d38e474"),
                Map.entry("tid", TENANT),
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
                Forge.with(claims("operator"), "iss", "https://sts.windows.net/" + TENANT + "/"));
    }
}
