package dev.orderflow.notification.live;

import dev.orderflow.platform.http.DescribedOperations;
import dev.orderflow.platform.http.StrictQuery;
import dev.orderflow.platform.problem.Problems;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Refuses a query parameter that nobody reads here either: whoever filters by one would take all that comes for what was asked
 * for. As anywhere, who may not come in is told so first; a ticket is used up by then.
 */
@ApplicationScoped
@Priority(KnownQuery.AFTER_ADMISSION)
class KnownQuery implements HttpUpgradeCheck {

    static final int AFTER_ADMISSION = Admission.BEFORE_QUARKUS - 1;

    private final DescribedOperations described;

    @Inject
    KnownQuery(DescribedOperations described) {
        this.described = described;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return Uni.createFrom().item(() -> {
            var known = described.of("GET", LiveNotifications.PATH).queries();
            StrictQuery.check(query(context.httpRequest()), known);
            return CheckResult.permitUpgradeSync();
        });
    }

    private static MultiMap query(HttpServerRequest request) {
        try {
            return request.params();
        } catch (IllegalArgumentException malformed) {
            throw Problems.invalid("query", "is malformed");
        }
    }
}
