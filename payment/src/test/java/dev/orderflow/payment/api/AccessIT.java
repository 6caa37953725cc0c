package dev.orderflow.payment.api;

import static dev.orderflow.devservices.testing.Access.Who.EVERYBODY;
import static dev.orderflow.devservices.testing.Access.Who.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Access;
import dev.orderflow.devservices.testing.Access.Who;
import dev.orderflow.payment.testing.ProviderParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what this service alone serves. An operation that is added is added here. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class AccessIT {

    private static final Map<String, Who> OWN = Map.of(
            "GET /payments/{orderId}", OPERATORS,
            "GET /admin/reconciliation", OPERATORS,
            "POST /webhooks/payments", EVERYBODY);

    @TestHTTPResource
    URI service;

    @Test
    void letsInWhoMayAndNobodyElse() {
        assertThat(Access.mistakes(service, Access.withPlatform(OWN))).isEmpty();
    }
}
