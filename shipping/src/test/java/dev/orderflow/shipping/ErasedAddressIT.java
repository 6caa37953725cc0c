package dev.orderflow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An erased customer's address is forgotten, however the erasure and the order overtake each other. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class ErasedAddressIT extends ShippingFixture {

    @Test
    void forgetsTheAddressOfAnErasedCustomer() {
        TheCarrier.diesNow();
        var order = confirmed(AnOrder.paid());
        await().until(() -> rows.shipment(order, "destination").isPresent());

        broker.publish(new CustomerErased(order.customer(), Instant.now()));

        await().until(() -> rows.shipment(order, "destination").isEmpty());
        TheCarrier.comesBack();
        awaitAnswers(order, ShipmentRejected.class);
    }

    /** As when the order's events lag, or one of them was a dead letter. */
    @Test
    void anErasureThatIsReadBeforeTheOrderIsNotUndone() {
        var order = AnOrder.paid();
        var erasure = broker.publish(new CustomerErased(order.customer(), Instant.now()));
        await().until(() -> rows.isHandled(erasure));

        var confirmation = broker.publish(order.confirmed());

        await().until(() -> rows.isHandled(confirmation));
        assertThat(rows.shipment(order, "destination")).isEmpty();
        assertThat(rows.shipment(order, "status")).contains("REJECTED");
        awaitAnswers(order, ShipmentRejected.class);
    }

    @Test
    void sendsWhatACustomerOrdersAfterTheErasure() {
        var old = AnOrder.paid();
        var erasure = broker.publish(new CustomerErased(old.customer(), Instant.now()));
        await().until(() -> rows.isHandled(erasure));

        var order = confirmed(old.again());

        awaitScheduled(order);
    }

    /** The address is stored, but not committed yet, when the erasure is read. */
    @Test
    void anErasureWaitsForWhoIsStoringAnAddress() throws Exception {
        var order = AnOrder.paid();
        UUID erasure;
        try (var storing = rows.storing(order)) {
            erasure = broker.publish(new CustomerErased(order.customer(), Instant.now()));
            await().until(rows::isAnErasureWaiting);
            storing.commit();
        }

        await().until(() -> rows.isHandled(erasure));
        assertThat(rows.shipment(order, "order_id")).isPresent();
        assertThat(rows.shipment(order, "destination")).isEmpty();
    }
}
