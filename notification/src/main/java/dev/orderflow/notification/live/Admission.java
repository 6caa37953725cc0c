package dev.orderflow.notification.live;

import dev.orderflow.platform.security.Roles;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Refuses whom the endpoint's own roles would refuse, but as a failure, which leaves as a problem with its challenge. The
 * check that Quarkus makes of the roles answers with a status and nothing else; it stays behind this one.
 */
@ApplicationScoped
@Priority(Admission.BEFORE_QUARKUS)
class Admission implements HttpUpgradeCheck {

    /** Quarkus checks the roles at the greatest of all less 100. */
    static final int BEFORE_QUARKUS = Integer.MAX_VALUE - 1;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity().map(Admission::admit);
    }

    private static CheckResult admit(SecurityIdentity caller) {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!caller.hasRole(Roles.CUSTOMER) && !caller.hasRole(Roles.OPERATOR)) {
            throw new ForbiddenException();
        }
        return CheckResult.permitUpgradeSync();
    }
}
