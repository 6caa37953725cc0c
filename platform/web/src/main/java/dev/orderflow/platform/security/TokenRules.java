package dev.orderflow.platform.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What the verification of a token leaves open. Its signature, issuer, audience and end have been checked before. */
@Singleton
class TokenRules implements SecurityIdentityAugmentor {

    private final TokenConfig config;
    private final int skew;

    @Inject
    TokenRules(TokenConfig config, @ConfigProperty(name = "mp.jwt.verify.clock.skew") int skew) {
        this.config = config;
        this.skew = skew;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && !isAcceptable(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("the token breaks a rule of ours"));
        }
        return Uni.createFrom().item(identity);
    }

    private boolean isAcceptable(JsonWebToken token) {
        return hasSubject(token) && isOfThePast(token) && isOfAKnownClient(token);
    }

    /** Everything that is somebody's hangs on it. */
    private static boolean hasSubject(JsonWebToken token) {
        return token.getSubject() != null && !token.getSubject().isBlank();
    }

    private boolean isOfThePast(JsonWebToken token) {
        return token.getIssuedAtTime() <= Instant.now().getEpochSecond() + skew;
    }

    private boolean isOfAKnownClient(JsonWebToken token) {
        return config.clients().map(clients -> clients.contains(client(token))).orElse(true);
    }

    private static String client(JsonWebToken token) {
        String client = token.getClaim("client_id");
        String party = token.getClaim("azp");
        return client != null ? client : party == null ? "" : party;
    }
}
