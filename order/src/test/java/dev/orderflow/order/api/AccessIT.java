package dev.orderflow.order.api;

import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS;
import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS_AND_OPERATORS;
import static dev.orderflow.devservices.testing.Access.Who.OPERATORS;
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

    private static final Map<String, Who> OWN = Map.ofEntries(
            Map.entry("POST /orders", CUSTOMERS),
            Map.entry("POST /orders/batch", CUSTOMERS),
            Map.entry("GET /orders", CUSTOMERS_AND_OPERATORS),
            Map.entry("GET /orders/{id}", CUSTOMERS_AND_OPERATORS),
            Map.entry("PATCH /orders/{id}", CUSTOMERS_AND_OPERATORS),
            Map.entry("GET /orders/{id}/timeline", CUSTOMERS_AND_OPERATORS),
            Map.entry("GET /orders/{id}/events", CUSTOMERS_AND_OPERATORS),
            Map.entry("POST /orders/{id}/cancel", CUSTOMERS_AND_OPERATORS),
            Map.entry("POST /orders/{id}/returns", CUSTOMERS_AND_OPERATORS),
            Map.entry("DELETE /customers/{id}", OPERATORS),
            Map.entry("GET /admin/intake", OPERATORS),
            Map.entry("PUT /admin/intake", OPERATORS),
            Map.entry("GET /admin/sagas", OPERATORS),
            Map.entry("POST /admin/sagas/{id}/retry", OPERATORS),
            Map.entry("POST /admin/sagas/{id}/resolve", OPERATORS));

    @TestHTTPResource
    URI service;

    @Test
    void letsInWhoMayAndNobodyElse() {
        assertThat(Access.mistakes(service, Access.withPlatform(OWN))).isEmpty();
    }
}
