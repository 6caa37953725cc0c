package dev.orderflow.notification.live;

import dev.orderflow.platform.problem.Problems;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;

/**
 * Browsers don't ask before they open a WebSocket to another site, but say what page wants it. Pages of other sites are
 * refused unless they are allowed; whoever says nothing is no browser.
 */
@ApplicationScoped
@Priority(SameOrigin.FIRST)
class SameOrigin implements HttpUpgradeCheck {

    /** Before a ticket is used up. */
    static final int FIRST = Integer.MAX_VALUE;

    private final Set<String> allowed;

    @Inject
    SameOrigin(LiveConfig config) {
        this.allowed = config.allowedOrigins().orElse(Set.of());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return isAllowed(context.httpRequest())
                ? CheckResult.permitUpgrade()
                : Uni.createFrom().failure(Problems.FORBIDDEN.because("Pages of this origin may not connect"));
    }

    private boolean isAllowed(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || allowed.contains(origin) || isOwn(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
