package dev.orderflow.payment.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Calls wait for an answer for as long as a test keeps it back. */
public class PatientCalls implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.rest-client.payment-provider.read-timeout", "40000");
    }
}
