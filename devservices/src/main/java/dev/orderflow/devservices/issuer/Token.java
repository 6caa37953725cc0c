package dev.orderflow.devservices.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * What a token says.
 *
 * @param email may be null
 * @param notBefore from when on it is valid; it was issued then as well
 */
public record Token(
        String subject,
        List<String> groups,
        String email,
        String issuer,
        String audience,
        Instant notBefore,
        Duration life) {

    public static final String DEFAULT_ISSUER = "http://localhost:8090";
    public static final String DEFAULT_AUDIENCE = "orderflow";

    public Token {
        groups = List.copyOf(groups);
    }

    /** The compact form, signed with RS256. */
    public String sign(SigningKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.key().getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims());
        try {
            jwt.sign(new RSASSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("this JDK has no RS256", e);
        }
        return jwt.serialize();
    }

    /** The claims as they are signed. */
    public JWTClaimsSet claims() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .claim("upn", subject)
                .claim("groups", groups)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(notBefore))
                .notBeforeTime(Date.from(notBefore))
                .expirationTime(Date.from(notBefore.plus(life)));
        return email == null ? claims.build() : claims.claim("email", email).build();
    }
}
