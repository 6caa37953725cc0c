package dev.orderflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider's tokens, verified with what docs/security.md says to configure for it and with its keys over HTTP. */
class ProviderTokensTest {

    private final KeyServer keys = new KeyServer();
    private final RSAKey key = KeyServer.rsa(2048);

    @BeforeEach
    void publishTheKey() {
        keys.publish(key);
    }

    @AfterEach
    void stop() {
        keys.close();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheSubjectAndTheRole(Provider provider) throws JOSEException {
        for (var role : new String[] {"customer", "operator"}) {
            var token = verifier(provider).verify(token(provider.claims(role))).orElseThrow();

            assertThat(token.getSubject()).isEqualTo(provider.claims(role).get("sub"));
            assertThat(token.getGroups())
                    .contains(role)
                    .doesNotContain(role.equals("customer") ? "operator" : "customer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheProvidersOtherTokens(Provider provider) throws JOSEException {
        var verifier = verifier(provider);
        assertThat(provider.notForUs()).isNotEmpty();
        for (var claims : provider.notForUs()) {
            assertThat(verifier.accepts(token(claims))).as("%s", claims).isFalse();
        }
    }

    private Verifier verifier(Provider provider) {
        var settings = new HashMap<>(provider.settings());
        assertThat(settings.put("mp.jwt.verify.publickey.location", keys.url())).startsWith("https://");
        return Verifier.with(settings);
    }

    private String token(Map<String, Object> claims) throws JOSEException {
        long now = Instant.now().getEpochSecond();
        var timed = new HashMap<String, Object>(claims);
        timed.put("iat", now);
        timed.put("exp", now + 300);
        return Forge.rs256(Map.of("kid", key.getKeyID(), "typ", "JWT"), timed, key.toPrivateKey());
    }
}
