package dev.orderflow.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.shipping.testing.AnOrder;
import dev.orderflow.shipping.testing.CarrierParts;
import dev.orderflow.shipping.testing.TheCarrier;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An order that is not wanted any more: its parcel is recalled in time, or it is said that it was too late. */
@QuarkusTest
@QuarkusTestResource(CarrierParts.class)
class RecallsIT extends ShippingFixture {

    @Test
    void voidsTheLabelOfARecalledParcel() {
        var order = await().until(this::recalledOnceScheduled, recalled -> last(recalled) instanceof ShipmentCancelled);

        awaitAnswers(order, ShipmentScheduled.class, ShipmentCancelled.class);
        assertThat(TheCarrier.shipments(labelOf(order)))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment).containsEntry("refund_status", "refunded"));
    }

    @Test
    void answersARepeatedRecallAgain() {
        var order = AnOrder.paid();
        var first = broker.publish(order.recalled(1));
        broker.publish(first, order.recalled(1));

        broker.publish(order.recalled(2));

        awaitAnswers(order, ShipmentCancelled.class, ShipmentCancelled.class);
    }

    @Test
    void booksNothingForAnOrderThatWasRecalledBefore() {
        var order = AnOrder.paid();
        broker.publish(order.recalled(1));

        var confirmation = broker.publish(order.confirmed());

        await().until(() -> rows.isHandled(confirmation));
        awaitAnswers(order, ShipmentCancelled.class);
        assertThat(rows.shipment(order, "status")).contains("RECALLED");
        assertThat(rows.openTasks(order, "create-label")).isZero();
    }

    @Test
    void saysThatARecallCameTooLate() {
        var order = confirmed(AnOrder.paid());
        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);

        broker.publish(order.recalled(1));

        awaitAnswers(
                order,
                ShipmentScheduled.class,
                ShipmentDispatched.class,
                ShipmentDelivered.class,
                ShipmentDispatched.class);
    }

    /** The parcel has left, but nobody told; the refusal of the refund does. */
    @Test
    void learnsFromTheCarrierThatARecallCameTooLate() {
        TheCarrier.tellsNobody();
        var order = confirmed(AnOrder.paid());
        awaitScheduled(order);
        await().until(() -> "in_transit delivered"
                .contains(TheCarrier.shipments(labelOf(order))
                        .getFirst()
                        .get("status")
                        .toString()));

        broker.publish(order.recalled(1));

        awaitAnswers(order, ShipmentScheduled.class, ShipmentDispatched.class, ShipmentDelivered.class);
    }

    @Test
    void voidsTheLabelOfABookingThatWasRecalledMeanwhile() {
        TheCarrier.dies("before-buy");
        var order = confirmed(AnOrder.paid());
        await().until(TheCarrier::isDead);
        var recall = broker.publish(order.recalled(1));
        await().until(() -> rows.isHandled(recall));
        assertThat(broker.answersTo(order)).isEmpty();

        TheCarrier.comesBack();

        awaitAnswers(order, ShipmentCancelled.class);
        assertThat(TheCarrier.shipments(labelOf(order)))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment).containsEntry("refund_status", "refunded"));
    }

    /** In time, unless the machine stalls for as long as the parcel waits: then another one is tried. */
    private AnOrder recalledOnceScheduled() {
        var order = confirmed(AnOrder.paid());
        awaitScheduled(order);
        broker.publish(order.recalled(1));
        await().until(() -> broker.answersTo(order).size() > 1);
        return order;
    }
}
