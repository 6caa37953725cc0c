package dev.orderflow.shipping;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.Broker;
import dev.orderflow.shipping.testing.Rows;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Orders that are to be shipped by a carrier that tells what it does, unless a test wants otherwise. */
abstract class ShippingFixture {

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI application;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(ofSeconds(40));
    }

    @BeforeEach
    void listenToTheCarrier() {
        TheCarrier.tells(application);
    }

    AnOrder confirmed(AnOrder order) {
        broker.publish(order.confirmed());
        return order;
    }

    UUID labelOf(AnOrder order) {
        return UUID.fromString(rows.shipment(order, "label_id").orElseThrow());
    }

    OrderScoped last(AnOrder order) {
        return broker.answersTo(order).getLast();
    }

    /** Whatever comes after it: it may be on its way already. */
    void awaitScheduled(AnOrder order) {
        await().until(() -> !broker.answersTo(order).isEmpty());
        assertThat(broker.answersTo(order).getFirst()).isInstanceOf(ShipmentScheduled.class);
    }

    void awaitAnswers(AnOrder order, Class<?>... expected) {
        await().untilAsserted(() ->
                assertThat(broker.answersTo(order)).extracting(Object::getClass).isEqualTo(Arrays.asList(expected)));
    }
}
