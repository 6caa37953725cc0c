package dev.orderflow.shipping.api;

import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS_AND_OPERATORS;
import static dev.orderflow.devservices.testing.Access.Who.EVERYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Access;
import dev.orderflow.devservices.testing.Access.Who;
import dev.orderflow.shipping.testing.CarrierParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what this service alone serves. An operation that is added is added here. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class AccessIT {

    private static final Map<String, Who> OWN = Map.of(
            "GET /shipments/{orderId}", CUSTOMERS_AND_OPERATORS,
            "POST /webhooks/carriers", EVERYBODY);

    @TestHTTPResource
    URI service;

    @Test
    void letsInWhoMayAndNobodyElse() {
        assertThat(Access.mistakes(service, Access.withPlatform(OWN))).isEmpty();
    }
}
