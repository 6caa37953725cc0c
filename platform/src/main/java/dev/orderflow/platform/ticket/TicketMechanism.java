package dev.orderflow.platform.ticket;

import dev.orderflow.platform.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who shows a ticket, as the token's holder that it was given to. Beside an {@code Authorization} header a ticket is
 * not looked at, and stays unused.
 */
@Singleton
class TicketMechanism implements HttpAuthenticationMechanism {

    private static final String PARAMETER = "ticket";
    private static final int BEFORE_TOKENS = DEFAULT_PRIORITY + 1000;

    private final LiveEndpoints live;
    private final Tickets tickets;

    @Inject
    TicketMechanism(LiveEndpoints live, Tickets tickets) {
        this.live = live;
        this.tickets = tickets;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        boolean mayShow = live.isAsked(request) && !request.request().headers().contains(HttpHeaders.AUTHORIZATION);
        var shown = mayShow ? shown(request) : List.<String>of();
        return shown.isEmpty() ? Uni.createFrom().nullItem() : use(shown);
    }

    /** A query that can't be decoded shows nothing. */
    private static List<String> shown(RoutingContext request) {
        try {
            return request.queryParam(PARAMETER);
        } catch (HttpException | IllegalArgumentException malformed) {
            return List.of();
        }
    }

    private Uni<SecurityIdentity> use(List<String> shown) {
        Uni<Optional<Bearer>> bearer =
                secret(shown).map(tickets::use).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        return bearer.map(found -> found.map(TicketMechanism::identity).orElseThrow(TicketMechanism::worthless));
    }

    private static Optional<Secret> secret(List<String> shown) {
        return shown.size() == 1 ? Secret.parse(shown.getFirst()) : Optional.empty();
    }

    private static SecurityIdentity identity(Bearer bearer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(bearer)
                .addRoles(bearer.groups())
                .build();
    }

    private static AuthenticationFailedException worthless() {
        return new AuthenticationFailedException(
                Problems.badCredential("The ticket is unknown, used or expired; get a new one from POST /tickets"));
    }

    /** The challenge is the token's: whoever has one gets a ticket. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }
}
