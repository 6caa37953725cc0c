package dev.orderflow.devservices.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void areSignedWithThePublishedKey() throws Exception {
        String token = Tokens.forSubject("c-1")
                .groups("customer")
                .email("c@example.com")
                .mint();
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();

        assertThat(isTrusted(token)).isTrue();
        assertThat(claims.getSubject()).isEqualTo("c-1");
        assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("customer"));
        assertThat(claims.getStringClaim("email")).isEqualTo("c@example.com");
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8090");
        assertThat(claims.getAudience()).containsExactly("orderflow");
        assertThat(claims.getExpirationTime()).isAfter(Instant.now());
    }

    @Test
    void comeBadInEveryWay() throws Exception {
        Tokens good = Tokens.forSubject("c-1");
        Date now = new Date();

        assertThat(SignedJWT.parse(good.expired().mint()).getJWTClaimsSet().getExpirationTime())
                .isBefore(now);
        assertThat(SignedJWT.parse(good.notYetValid().mint()).getJWTClaimsSet().getNotBeforeTime())
                .isAfter(now);
        assertThat(SignedJWT.parse(good.issuer("x").mint()).getJWTClaimsSet().getIssuer())
                .isEqualTo("x");
        assertThat(SignedJWT.parse(good.audience("x").mint()).getJWTClaimsSet().getAudience())
                .containsExactly("x");
        assertThat(isTrusted(good.forged())).isFalse();
        assertThat(JWTParser.parse(good.unsigned()).getHeader().getAlgorithm().getName())
                .isEqualTo("none");
    }

    private static boolean isTrusted(String token) throws Exception {
        Path published = Path.of(URI.create(EmbeddedParts.shared().publicKeysUrl()));
        SignedJWT jwt = SignedJWT.parse(token);
        var key = JWKSet.parse(Files.readString(published))
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        return key != null && jwt.verify(new RSASSAVerifier(key.toRSAKey()));
    }
}
