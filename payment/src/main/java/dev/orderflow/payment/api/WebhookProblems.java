package dev.orderflow.payment.api;

import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class WebhookProblems implements ProblemSource {

    static final ProblemType INVALID_SIGNATURE = new ProblemType(
            "invalid-signature",
            400,
            "The signature is not valid",
            "The webhook carries no signature, one that was not made with the shared secret over exactly this body, or"
                    + " one that is more than five minutes old. Check the secret and both clocks, and send it again.");

    @Override
    public List<ProblemType> types() {
        return List.of(INVALID_SIGNATURE);
    }
}
