package dev.orderflow.notification.api;

import dev.orderflow.platform.problem.FieldError;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import dev.orderflow.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** What notification refuses beside what every service does. */
@Singleton
class NotificationProblems implements ProblemSource {

    private static final ProblemType WEBHOOK_URL_REFUSED = new ProblemType(
            "webhook-url-refused",
            422,
            "Events can't be sent there",
            "A webhook's URL begins with https://, has a public host name, no port but 443, no user and no fragment.");

    private static final ProblemType UPGRADE_REQUIRED = new ProblemType(
            "upgrade-required",
            426,
            "Only a WebSocket is spoken here",
            "Open a WebSocket at this address (RFC 6455), with the token or with a ticket from POST /tickets.");

    @Override
    public List<ProblemType> types() {
        return List.of(WEBHOOK_URL_REFUSED, UPGRADE_REQUIRED);
    }

    static ProblemException webhookUrlRefused() {
        var problem = WEBHOOK_URL_REFUSED.of("webhookUrl is not a public https address");
        return new ProblemException(problem.withErrors(
                List.of(new FieldError("webhookUrl", "must be https, on port 443 of a public host"))));
    }

    /** RFC 9110 asks for the header: to what. */
    static ProblemException upgradeRequired() {
        return UPGRADE_REQUIRED
                .because("This address speaks WebSocket, and the request asks for no upgrade")
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade");
    }

    /** @param wait rounded up to whole seconds: who comes back then is not refused again for a fraction of one */
    static ProblemException tooManyRetries(Duration wait) {
        return Problems.TOO_MANY_REQUESTS
                .because("This delivery was just tried, or is about to be")
                .retryAfter(Duration.ofSeconds(wait.plusMillis(999).toSeconds()));
    }
}
