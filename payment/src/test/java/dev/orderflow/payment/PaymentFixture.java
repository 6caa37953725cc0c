package dev.orderflow.payment;

import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.Broker;
import dev.orderflow.payment.testing.Rows;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Payments at a provider that tells what it does. */
abstract class PaymentFixture {

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI application;

    @BeforeEach
    void listenToTheProvider() {
        TheProvider.tells(application);
    }

    UUID paymentId(AnOrder order) {
        return UUID.fromString(rows.payment(order, "id"));
    }
}
