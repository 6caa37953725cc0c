package dev.orderflow.devservices.issuer;

import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.http.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The part of an OpenID Connect provider that verifiers need: discovery and the public key. It issues nothing itself;
 * whoever may read the key file mints tokens.
 */
public final class TokenIssuer {

    /** The variable with the URL by which tokens name this issuer. */
    public static final String ISSUER = "PARTY_ISSUER";

    private TokenIssuer() {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.ofEnvironment();
        String issuer = settings.required(ISSUER);
        Response keys = new Response(200, SigningKey.in(settings.data()).publicKeys(), Map.of());
        Routes routes = new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .get("/jwks", request -> keys)
                .get("/.well-known/openid-configuration", request -> Response.ok(discovery(issuer)));
        PartyServer.serve(settings.port(), routes, () -> {});
    }

    private static Object discovery(String issuer) {
        return Json.object()
                .put("issuer", issuer)
                .put("jwks_uri", issuer + "/jwks")
                .putPOJO("response_types_supported", List.of("id_token"))
                .putPOJO("subject_types_supported", List.of("public"))
                .putPOJO("id_token_signing_alg_values_supported", List.of("RS256"))
                .putPOJO("claims_supported", List.of("sub", "groups", "email"));
    }
}
