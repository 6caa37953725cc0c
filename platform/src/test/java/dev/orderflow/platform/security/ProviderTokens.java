package dev.orderflow.platform.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Access tokens shaped as a provider documents them, verified with what docs/security.md says to configure for it, with the
 * provider's keys over HTTP.
 */
abstract class ProviderTokens {

    /** Claims that hold one of the roles in the place where the provider puts them. */
    abstract Map<String, Object> claims(String role);

    /** Of the same provider, for somebody or something else. */
    abstract List<Map<String, Object>> notForUs();

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String location;

    private final RSAKey key = Issuer.rsa(2048);

    @BeforeEach
    void publishTheKey() {
        new Issuer(location).publishes(key);
    }

    @Test
    void knowsACustomer() throws JOSEException {
        given().auth()
                .oauth2(token(claims("customer")))
                .get("/samples/mine")
                .then()
                .statusCode(200);
        assertThat(operatorsCall(claims("customer"))).isEqualTo(403);
    }

    @Test
    void knowsAnOperator() throws JOSEException {
        assertThat(operatorsCall(claims("operator"))).isEqualTo(200);
    }

    @Test
    void knowsNobodyWithoutARoleOfOurs() throws JOSEException {
        assertThat(operatorsCall(claims("offline_access"))).isEqualTo(403);
    }

    @Test
    void refusesTheProvidersOtherTokens() throws JOSEException {
        var statuses = new ArrayList<Integer>();
        for (var claims : notForUs()) {
            statuses.add(operatorsCall(claims));
        }
        assertThat(statuses).isNotEmpty().containsOnly(401);
    }

    private int operatorsCall(Map<String, Object> claims) throws JOSEException {
        return given().auth().oauth2(token(claims)).get("/secrets/operators").statusCode();
    }

    private String token(Map<String, Object> claims) throws JOSEException {
        long now = Instant.now().getEpochSecond();
        var timed = new HashMap<String, Object>(claims);
        timed.put("iat", now);
        timed.put("exp", now + 300);
        return Forge.rs256(Map.of("kid", key.getKeyID(), "typ", "JWT"), timed, key.toPrivateKey());
    }
}
