package dev.orderflow.analytics.api;

import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS_AND_OPERATORS;
import static dev.orderflow.devservices.testing.Access.Who.EVERYBODY;
import static dev.orderflow.devservices.testing.Access.Who.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.analytics.testing.Broker;
import dev.orderflow.devservices.testing.Access;
import dev.orderflow.devservices.testing.Access.Who;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what. An operation that is added is added here; {@link InternalIT} has those between replicas. */
@QuarkusTest
class AccessIT {

    private static final Map<String, Who> TABLE = Map.of(
            "GET /analytics/minutes", OPERATORS,
            "GET /analytics/cancellations", OPERATORS,
            "GET /analytics/latencies", OPERATORS,
            "GET /analytics/best-sellers", OPERATORS,
            "GET /analytics/customers/{id}", CUSTOMERS_AND_OPERATORS,
            "GET /problems", EVERYBODY,
            "GET /problems/{name}", EVERYBODY);

    @TestHTTPResource
    URI service;

    /** Whoever may ask is told to come back until the figures are there. */
    @Test
    void letsInWhoMayAndNobodyElse() {
        new Broker().close();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Access.mistakes(service, TABLE)).isEmpty());
    }
}
