package dev.orderflow.payment.reconciliation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A run every half second. */
public class OftenReconciled implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "orderflow.payment.reconciliation.every", "500ms",
                "orderflow.payment.reconciliation.poll", "200ms",
                "orderflow.payment.reconciliation.grace", "2s");
    }
}
