package dev.orderflow.loyalty.api;

import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS_AND_OPERATORS;
import static dev.orderflow.devservices.testing.Access.Who.EVERYBODY;
import static dev.orderflow.devservices.testing.Access.Who.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Access;
import dev.orderflow.devservices.testing.Access.Who;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what. An operation that is added is added here. */
@QuarkusTest
class AccessIT {

    private static final Map<String, Who> TABLE = Map.ofEntries(
            Map.entry("GET /points", CUSTOMERS_AND_OPERATORS),
            Map.entry("GET /points/movements", CUSTOMERS_AND_OPERATORS),
            Map.entry("POST /tickets", CUSTOMERS_AND_OPERATORS),
            Map.entry("GET /problems", EVERYBODY),
            Map.entry("GET /problems/{name}", EVERYBODY),
            Map.entry("GET /admin/audit", OPERATORS),
            Map.entry("GET /admin/channels", OPERATORS),
            Map.entry("PUT /admin/channels/{name}", OPERATORS),
            Map.entry("GET /admin/dead-letters", OPERATORS),
            Map.entry("GET /admin/dead-letters/{id}", OPERATORS),
            Map.entry("DELETE /admin/dead-letters/{id}", OPERATORS),
            Map.entry("POST /admin/dead-letters/{id}/replay", OPERATORS),
            Map.entry("POST /admin/dead-letters/replay", OPERATORS));

    @TestHTTPResource
    URI service;

    @Test
    void letsInWhoMayAndNobodyElse() {
        assertThat(Access.mistakes(service, TABLE)).isEmpty();
    }
}
