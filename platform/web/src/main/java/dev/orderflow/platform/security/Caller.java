package dev.orderflow.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling. Only for resources that need a token ({@code @RolesAllowed}, {@code @Authenticated}) or take a ticket in
 * its place; its parts must be taken while the request runs, not later in a stream.
 */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    @Inject
    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The customer id, or the operator's name: the token's {@code sub}. */
    public String subject() {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new AuthenticationFailedException("the token has no subject");
        }
        return subject;
    }

    public boolean isOperator() {
        return token.getGroups().contains(Roles.OPERATOR);
    }

    public boolean isCustomer() {
        return token.getGroups().contains(Roles.CUSTOMER);
    }

    /** Whether the caller may see what belongs to this customer; if not, answer 404. */
    public boolean maySee(String customerId) {
        return isOperator() || subject().equals(customerId);
    }

    /** When the token, or the one that the ticket was given for, expires: the end of what lasts longer than a request. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    public Optional<String> email() {
        return token.claim(Claims.email);
    }
}
