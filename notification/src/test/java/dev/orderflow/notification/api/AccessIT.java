package dev.orderflow.notification.api;

import static dev.orderflow.devservices.testing.Access.Who.CUSTOMERS_AND_OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Access;
import dev.orderflow.devservices.testing.Access.Who;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may call what this service alone serves. An operation that is added is added here. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class AccessIT {

    private static final Map<String, Who> OWN = Map.of(
            "GET /notifications", CUSTOMERS_AND_OPERATORS,
            "GET /notifications/live", CUSTOMERS_AND_OPERATORS,
            "GET /preferences", CUSTOMERS_AND_OPERATORS,
            "PUT /preferences", CUSTOMERS_AND_OPERATORS,
            "GET /webhook-deliveries", CUSTOMERS_AND_OPERATORS,
            "POST /webhook-deliveries/{id}/retry", CUSTOMERS_AND_OPERATORS);

    @TestHTTPResource
    URI service;

    @Test
    void letsInWhoMayAndNobodyElse() {
        assertThat(Access.mistakes(service, Access.withPlatform(OWN))).isEmpty();
    }
}
