package dev.orderflow.payment.testing;

import dev.orderflow.devservices.testing.OutsideParties;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The real payment provider, behind a {@link LossyProxy}. */
public class ProviderParts implements QuarkusTestResourceLifecycleManager {

    private LossyProxy proxy;

    @Override
    public Map<String, String> start() {
        proxy = LossyProxy.before(OutsideParties.paymentProvider());
        System.setProperty(TheProvider.PROXY, proxy.url());
        return Map.of(
                "orderflow.payment.provider.url",
                proxy.url(),
                "orderflow.payment.provider.key",
                OutsideParties.API_KEY,
                "orderflow.payment.provider.webhook-secret",
                OutsideParties.WEBHOOK_SECRET,
                "orderflow.payment.deadlines.watch-every",
                "500ms",
                "orderflow.payment.deadlines.refund-again",
                "100ms",
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
