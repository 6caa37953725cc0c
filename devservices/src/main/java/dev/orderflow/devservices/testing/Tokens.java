package dev.orderflow.devservices.testing;

import com.nimbusds.jwt.PlainJWT;
import dev.orderflow.devservices.issuer.SigningKey;
import dev.orderflow.devservices.issuer.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Mints bearer tokens for tests, good ones and each kind of bad one:
 * {@code Tokens.forSubject("c-1").groups("customer").email("c@example.com").mint()}. A value: each call answers a new
 * one. Unless said otherwise a token is valid for an hour, from the issuer and for the audience that
 * {@link QuarkusParts} configures.
 */
public record Tokens(Token token) {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** A token without groups. */
    public static Tokens forSubject(String subject) {
        Instant now = Instant.now().minus(CLOCK_SKEW);
        return new Tokens(new Token(subject, List.of(), null, Token.DEFAULT_ISSUER, Token.DEFAULT_AUDIENCE, now, HOUR));
    }

    /** A ready token of a customer. */
    public static String customer(String subject) {
        return forSubject(subject).groups("customer").mint();
    }

    /** A ready token of an operator. */
    public static String operator(String subject) {
        return forSubject(subject).groups("operator").mint();
    }

    public Tokens groups(String... groups) {
        return with(List.of(groups), token.email(), token.issuer(), token.audience(), token.notBefore());
    }

    public Tokens email(String email) {
        return with(token.groups(), email, token.issuer(), token.audience(), token.notBefore());
    }

    /** From another issuer, though signed with the right key. */
    public Tokens issuer(String issuer) {
        return with(token.groups(), token.email(), issuer, token.audience(), token.notBefore());
    }

    /** For another audience. */
    public Tokens audience(String audience) {
        return with(token.groups(), token.email(), token.issuer(), audience, token.notBefore());
    }

    /** Its time was over an hour ago. */
    public Tokens expired() {
        return with(token.groups(), token.email(), token.issuer(), token.audience(), hoursFromNow(-2));
    }

    /** Its time begins in an hour. */
    public Tokens notYetValid() {
        return with(token.groups(), token.email(), token.issuer(), token.audience(), hoursFromNow(1));
    }

    /** The compact form, signed with the key that the services trust. */
    public String mint() {
        return token.sign(EmbeddedParts.shared().signingKey());
    }

    /** The compact form, signed with a key that nobody published. */
    public String forged() {
        return token.sign(SigningKey.unknown());
    }

    /** The compact form with {@code alg: none}. */
    public String unsigned() {
        return new PlainJWT(token.claims()).serialize();
    }

    private Tokens with(List<String> groups, String email, String issuer, String audience, Instant notBefore) {
        return new Tokens(new Token(token.subject(), groups, email, issuer, audience, notBefore, token.life()));
    }

    private static Instant hoursFromNow(int hours) {
        return Instant.now().plus(HOUR.multipliedBy(hours));
    }
}
