package dev.orderflow.platform.ratelimit;

import dev.orderflow.platform.http.DescribedOperations;
import dev.orderflow.platform.security.Roles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Stands between the check of the token and the reading of the body. Calls without a valid token have no customer: they get
 * no further than to a 401 or to what everybody may see, and a proxy limits them by address. What everybody may see is not
 * limited for customers either.
 */
@Singleton
public class RateLimitFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimit limit;
    private final DescribedOperations described;
    private final CurrentIdentityAssociation caller;

    @Inject
    RateLimitFilter(RateLimit limit, DescribedOperations described, CurrentIdentityAssociation caller) {
        this.limit = limit;
        this.described = described;
        this.caller = caller;
    }

    /** Nothing, so that the call goes on; or fails with {@code too-many-requests}. */
    @ServerRequestFilter
    public Uni<Response> admit(RoutingContext request, ContainerRequestContext filtered) {
        if (!limit.isOn() || !described.current().needsToken()) {
            return Uni.createFrom().nullItem();
        }
        int weight = HeavyCalls.weightOf(filtered);
        return caller.getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .chain(who -> isLimited(who)
                        ? admit(who, request, weight)
                        : Uni.createFrom().voidItem())
                .replaceWith((Response) null);
    }

    private static boolean isLimited(SecurityIdentity who) {
        return who != null && who.getPrincipal() instanceof JsonWebToken && !who.hasRole(Roles.OPERATOR);
    }

    private Uni<Void> admit(SecurityIdentity who, RoutingContext request, int weight) {
        var token = (JsonWebToken) who.getPrincipal();
        boolean safe = SAFE.contains(request.request().method().name());
        return limit.admit(limit.call(token.getSubject(), safe, weight), request.response());
    }
}
