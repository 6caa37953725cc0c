package dev.orderflow.shipping.testing;

import dev.orderflow.devservices.testing.OutsideParties;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.Map;

/** The real carrier, behind a {@link LossyProxy}. Parcels wait long enough to be recalled, then travel fast. */
public class CarrierParts implements QuarkusTestResourceLifecycleManager {

    static final Duration UNTIL_DISPATCH = Duration.ofSeconds(5);
    static final Duration ON_THE_WAY = Duration.ofMillis(300);

    private LossyProxy proxy;

    @Override
    public Map<String, String> start() {
        var carrier = OutsideParties.carrier(UNTIL_DISPATCH, ON_THE_WAY, ON_THE_WAY);
        proxy = LossyProxy.before(carrier);
        return Map.of(
                "orderflow.carrier.url",
                proxy.url(),
                "orderflow.carrier.key",
                OutsideParties.API_KEY,
                "orderflow.carrier.webhook-secret",
                OutsideParties.WEBHOOK_SECRET,
                // Longer than a journey, so that what a test sees in time was told by webhook.
                "orderflow.carrier.watch-every",
                "12s",
                "orderflow.messaging.tasks.longest-backoff",
                "1s");
    }

    @Override
    public void stop() {
        if (proxy != null) {
            proxy.stop();
        }
    }
}
