package dev.orderflow.shipping.api;

import dev.orderflow.platform.problem.ProblemSource;
import dev.orderflow.platform.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;

/** The problems that only shipping answers with. */
@Singleton
class ShippingProblems implements ProblemSource {

    static final ProblemType BAD_SIGNATURE = new ProblemType(
            "bad-signature",
            400,
            "The webhook is not signed by the carrier",
            "X-Hmac-Signature is missing, or is no HMAC-SHA256 of the body with the secret that this service and the"
                    + " carrier share; or there is an X-Hmac-Signature-V2, and that does not fit X-Timestamp, X-Path"
                    + " and body, or the time is too far off, five minutes by default; or there is none, and this service"
                    + " is configured to ask for it. Check that both have the same secret and the same time, and that"
                    + " nothing on the way changes the body.");

    @Override
    public List<ProblemType> types() {
        return List.of(BAD_SIGNATURE);
    }
}
