package dev.orderflow.platform.ticket;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whom a ticket stands for: what its token said of its holder, as far as services ask.
 *
 * @param email null if the token had none
 * @param until when the token expires
 */
record Bearer(String subject, Set<String> groups, String email, Instant until) implements JsonWebToken {

    static Bearer of(JsonWebToken token) {
        return new Bearer(
                token.getSubject(),
                token.getGroups(),
                token.getClaim(Claims.email),
                Instant.ofEpochSecond(token.getExpirationTime()));
    }

    @Override
    public String getName() {
        return subject;
    }

    @Override
    public Set<String> getClaimNames() {
        var always = Set.of(Claims.sub.name(), Claims.groups.name(), Claims.exp.name());
        return email == null
                ? always
                : Set.of(Claims.sub.name(), Claims.groups.name(), Claims.exp.name(), Claims.email.name());
    }

    @Override
    @SuppressWarnings("unchecked") // the claim's type is the caller's to know, as with any token
    public <T> T getClaim(String name) {
        return (T) claimed(name);
    }

    private Object claimed(String name) {
        return switch (name) {
            case "sub" -> subject;
            case "groups" -> groups;
            case "email" -> email;
            case "exp" -> until.getEpochSecond();
            default -> null;
        };
    }

    /** Says nothing of a person. */
    @Override
    public String toString() {
        return "the bearer of a ticket";
    }
}
