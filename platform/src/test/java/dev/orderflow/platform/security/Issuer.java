package dev.orderflow.platform.security;

import static io.restassured.RestAssured.given;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.UUID;

/** Decides what the {@link KeyServer} of the running application publishes. */
final class Issuer {

    static final String KEYS = "/jwks";
    static final String FETCHES = "/fetches";
    static final String STATUS = "Then-Answer";

    private static final int FINE = 200;

    private final String keys;
    private String published = "";

    /** @param location {@code mp.jwt.verify.publickey.location} */
    Issuer(String location) {
        this.keys = location;
    }

    static RSAKey rsa(int bits) {
        try {
            return new RSAKeyGenerator(bits, true)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void publishes(JWK... some) {
        published = new JWKSet(List.of(some)).toString();
        tell(FINE);
    }

    /** Instead of the keys. */
    void failsWith(int status) {
        tell(status);
    }

    void recovers() {
        tell(FINE);
    }

    int fetches() {
        return Integer.parseInt(given().get(keys.replace(KEYS, FETCHES)).asString());
    }

    private void tell(int status) {
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .header(STATUS, status)
                .body(published)
                .put(keys)
                .then()
                .statusCode(204);
    }
}
