package dev.orderflow.platform.ratelimit;

import dev.orderflow.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
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
 * Stands between the check of the token and the reading of the body. Calls without a token have no customer: they get no
 * further than to a 401 or to what everybody may see, and a proxy limits them by address.
 */
@Singleton
public class RateLimitFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimit limit;

    @Inject
    RateLimitFilter(RateLimit limit) {
        this.limit = limit;
    }

    /** Nothing, so that the call goes on; or fails with {@code too-many-requests}. */
    @ServerRequestFilter
    public Uni<Response> admit(RoutingContext request, ContainerRequestContext filtered) {
        return request.user() instanceof QuarkusHttpUser user && limit.isOn() && isLimited(user.getSecurityIdentity())
                ? limit.admit(call(user, request, HeavyCalls.weightOf(filtered)), request.response())
                        .replaceWith((Response) null)
                : Uni.createFrom().nullItem();
    }

    private static boolean isLimited(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof JsonWebToken && !caller.hasRole(Roles.OPERATOR);
    }

    private Call call(QuarkusHttpUser user, RoutingContext request, int weight) {
        var token = (JsonWebToken) user.getSecurityIdentity().getPrincipal();
        boolean safe = SAFE.contains(request.request().method().name());
        return limit.call(token.getSubject(), safe, weight);
    }
}
