package dev.orderflow.loyalty.api;

import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS_AND_OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Access;
import dev.orderflow.devservices.testing.Access.Who;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what this service alone serves. An operation that is added is added here. */
@QuarkusTest
class AccessIT {

    private static final Map<String, Who> OWN = Map.of(
            "GET /points", CUSTOMERS_AND_OPERATORS,
            "GET /points/movements", CUSTOMERS_AND_OPERATORS);

    @TestHTTPResource
    URI service;

    @Test
    void letsInWhoMayAndNobodyElse() {
        assertThat(Access.mistakes(service, Access.withPlatform(OWN))).isEmpty();
    }
}
