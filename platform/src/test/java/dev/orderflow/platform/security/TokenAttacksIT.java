package dev.orderflow.platform.security;

import static dev.orderflow.platform.security.Forge.base64;
import static dev.orderflow.platform.security.Forge.claims;
import static dev.orderflow.platform.security.Forge.with;
import static dev.orderflow.platform.security.Forge.without;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens as an attacker would make them (RFC 8725). Each differs from one that is accepted in the one point named. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class TokenAttacksIT {

    @TestHTTPResource
    URI home;

    static Stream<Arguments> forgeries() throws JOSEException {
        var own = key();
        var header = Map.of("kid", own.getKeyID());
        var publicKey = own.toPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
        var jwks = EmbeddedParts.shared().signingKey().publicKeys();
        return Stream.of(
                Arguments.of("alg none", Forge.token(with(header, "alg", "none"), claims(), new byte[0])),
                Arguments.of("alg NonE", Forge.token(with(header, "alg", "NonE"), claims(), new byte[0])),
                Arguments.of("no alg", Forge.token(header, claims(), new byte[0])),
                Arguments.of("HMAC with the public key", Forge.hs256(header, claims(), publicKey)),
                Arguments.of("HMAC with its PEM", Forge.hs256(header, claims(), pem.getBytes(UTF_8))),
                Arguments.of("HMAC with the published JSON", Forge.hs256(header, claims(), jwks.getBytes(UTF_8))),
                Arguments.of("HMAC with nothing", Forge.hs256(header, claims(), new byte[1])),
                Arguments.of(
                        "RS512, which nobody allowed",
                        Forge.signed("SHA512withRSA", with(header, "alg", "RS512"), claims(), own.toPrivateKey())),
                Arguments.of(
                        "another's signature",
                        Forge.rs256(header, claims(), stranger().toPrivateKey())),
                Arguments.of(
                        "ES256 under an RSA key's name",
                        Forge.es256(header, claims(), KeyServer.ec().toPrivateKey())),
                Arguments.of("an unknown critical header", signed(with(with(header, "crit", List.of("x")), "x", 1))),
                Arguments.of("unsigned content under a signature", swapped()),
                Arguments.of("an encryption that takes for ever to undo", bomb()));
    }

    static Stream<Arguments> keysOfTheirOwn() throws JOSEException {
        var stranger = stranger();
        var url = "http://127.0.0.1:%d/keys";
        return Stream.of(
                Arguments.of("jwk", Map.of("jwk", stranger.toPublicJWK().toJSONObject())),
                Arguments.of("jku", Map.of("jku", url)),
                Arguments.of("x5u", Map.of("x5u", url)),
                Arguments.of(
                        "x5c",
                        Map.of(
                                "x5c",
                                List.of(Base64.getEncoder()
                                        .encodeToString(stranger.toPublicKey().getEncoded())))),
                Arguments.of("kid as address", Map.of("kid", url)),
                Arguments.of("kid as path", Map.of("kid", "../../../../../../dev/null")),
                Arguments.of("kid as statement", Map.of("kid", "x' UNION SELECT 'secret' -- ")),
                Arguments.of("kid as command", Map.of("kid", "key; sleep 10")),
                Arguments.of("kid as lookup", Map.of("kid", "${jndi:ldap://127.0.0.1/x}")));
    }

    static Stream<Arguments> claimsOfNobody() {
        return Stream.of(
                Arguments.of("no subject", without(claims(), "sub")),
                Arguments.of("an empty subject", with(claims(), "sub", "")),
                Arguments.of("a blank subject", with(claims(), "sub", " ")),
                Arguments.of("a subject that is no text", with(claims(), "sub", 7)),
                Arguments.of("no end", without(claims(), "exp")),
                Arguments.of("an end that is no time", with(claims(), "exp", "never")),
                Arguments.of("no issue", without(claims(), "iat")),
                Arguments.of("no audience", without(claims(), "aud")),
                Arguments.of("no audience of ours", with(claims(), "aud", List.of("billing", "orderflow2"))),
                Arguments.of("an audience in another case", with(claims(), "aud", "Orderflow")),
                Arguments.of("no issuer", without(claims(), "iss")),
                Arguments.of("an issuer with a slash more", with(claims(), "iss", "http://localhost:8090/")));
    }

    @Test
    void acceptsWhatIsRight() throws JOSEException {
        assertThat(call(signed(Map.of("kid", key().getKeyID())))).isEqualTo(200);
        assertThat(call(signed(with(claims(), "aud", List.of("billing", "orderflow")), key())))
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesForgeries(String kind, String token) {
        refuses(token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keysOfTheirOwn")
    void believesNoKeyThatATokenBrings(String kind, Map<String, Object> header) throws Exception {
        var asked = new AtomicInteger();
        var attacker = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        attacker.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        attacker.start();
        try {
            var bait = header.entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue() instanceof String text
                                    ? text.replace(
                                            "%d",
                                            Integer.toString(
                                                    attacker.getAddress().getPort()))
                                    : entry.getValue()));
            refuses(Forge.rs256(bait, claims(), stranger().toPrivateKey()));
            refuses(Forge.hs256(bait, claims(), new byte[1]));
        } finally {
            attacker.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimsOfNobody")
    void refusesClaimsThatSayTooLittle(String kind, Map<String, Object> claims) throws JOSEException {
        refuses(signed(claims, key()));
    }

    @ParameterizedTest
    @CsvSource({
        "exp, -5, 200", "exp, -30, 401",
        "nbf, 5, 200", "nbf, 30, 401",
        "iat, 5, 200", "iat, 30, 401"
    })
    void allowsClocksToDifferByTenSeconds(String claim, int seconds, int status) {
        // By a new token each time: one grows older on its way.
        await().atMost(40, SECONDS).until(() -> {
            var now = Instant.now().getEpochSecond();
            return call(signed(with(with(claims(), "iat", now - 3600), claim, now + seconds), key())) == status;
        });
    }

    @ParameterizedTest
    @CsvSource({"access_token", "token", "ticket"})
    void takesATokenFromTheHeaderOnly(String name) throws JOSEException {
        var token = signed(claims(), key());

        given().queryParam(name, token).get("/samples/mine").then().statusCode(401);
        given().cookie(name, token).get("/samples/mine").then().statusCode(401);
        given().cookie("Bearer", token).get("/samples/mine").then().statusCode(401);
        given().header("Authorization", "Basic " + base64("c-1:secret".getBytes(UTF_8)))
                .get("/samples/mine")
                .then()
                .statusCode(401);
    }

    /** The server refuses such a head before it looks for a token in it. */
    @Test
    void refusesAnOversizedToken() throws IOException {
        var request = "GET /samples/mine HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + "a".repeat(20_000) + "\r\n\r\n";
        try (var socket = new Socket(home.getHost(), home.getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void allowsNothingToATokenWithoutGroups() throws JOSEException {
        given().auth()
                .oauth2(signed(without(claims(), "groups"), key()))
                .get("/samples/mine")
                .then()
                .statusCode(403);
    }

    private static void refuses(String token) {
        given().auth()
                .oauth2(token)
                .get("/samples/mine")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""));
    }

    private static int call(String token) {
        return given().auth().oauth2(token).get("/samples/mine").statusCode();
    }

    private static RSAKey key() {
        return EmbeddedParts.shared().signingKey().key();
    }

    private static RSAKey stranger() {
        return KeyServer.rsa(2048);
    }

    private static String signed(Map<String, ?> header) throws JOSEException {
        return Forge.rs256(header, claims(), key().toPrivateKey());
    }

    private static String signed(Map<String, ?> claims, RSAKey key) throws JOSEException {
        return Forge.rs256(Map.of("kid", key.getKeyID()), claims, key.toPrivateKey());
    }

    private static String swapped() throws JOSEException {
        String[] parts = signed(claims(), key()).split("\\.");
        return parts[0] + "." + Forge.json(with(claims(), "groups", List.of("operator", "customer"))) + "." + parts[2];
    }

    /** PBES2 with two thousand million rounds (CVE-2023-51775). */
    private static String bomb() {
        var header = Map.of("alg", "PBES2-HS256+A128KW", "enc", "A128GCM", "p2c", Integer.MAX_VALUE, "p2s", "c2FsdA");
        var part = base64(new byte[16]);
        return String.join(".", Forge.json(header), part, part, part, part);
    }
}
