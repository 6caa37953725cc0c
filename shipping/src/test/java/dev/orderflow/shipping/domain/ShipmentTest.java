package dev.orderflow.shipping.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.shipping.ShipmentCancelled;
import dev.orderflow.contracts.shipping.ShipmentDelivered;
import dev.orderflow.contracts.shipping.ShipmentDispatched;
import dev.orderflow.contracts.shipping.ShipmentRejected;
import dev.orderflow.contracts.shipping.ShipmentScheduled;
import dev.orderflow.shipping.domain.Call.CreateLabel;
import dev.orderflow.shipping.domain.Call.VoidLabel;
import dev.orderflow.shipping.domain.Call.WatchParcel;
import dev.orderflow.shipping.domain.Input.BookingExpired;
import dev.orderflow.shipping.domain.Input.Confirmed;
import dev.orderflow.shipping.domain.Input.LabelBought;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Input.LabelVoided;
import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Input.RecallRequested;
import dev.orderflow.shipping.domain.Input.VoidingExpired;
import dev.orderflow.shipping.domain.Step.Applied;
import dev.orderflow.shipping.domain.Step.Ignored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShipmentTest {

    @Test
    void asksForALabelUnderItsOwnIdWhenTheOrderIsConfirmed() {
        var step = applied(Known.NONE, new Confirmed(Known.FRESH, Known.HOME));

        assertThat(step.calls()).containsExactly(new CreateLabel(Known.FRESH, false, false));
        assertThat(step.next().destination()).isEqualTo(Known.HOME);
    }

    @Test
    void rejectsAnOrderWhoseAddressWasErasedBeforeItCame() {
        var step = applied(Known.NONE, new Confirmed(Known.FRESH, Known.ERASED));

        assertThat(step.events())
                .containsExactly(new ShipmentRejected(Known.ORDER, "c-1", Known.FRESH, "address-unknown"));
    }

    @Test
    void booksNothingWhenTheRecallCameBeforeTheConfirmation() {
        assertThat(Decider.decide(Known.RECALLED.shipment(), new Confirmed(Known.FRESH, Known.HOME)))
                .isEqualTo(new Ignored("recalled-before"));
    }

    @Test
    void answersARecallOfNothingWithoutAShipment() {
        assertThat(applied(Known.NONE, new RecallRequested(1)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ShipmentCancelled.class,
                        cancelled -> assertThat(cancelled.shipmentId()).isNull());
    }

    @Test
    void tellsTheTrackingNumberOnceTheLabelIsBought() {
        var step = applied(Known.BOOKING, new LabelBought(Known.OUT, Known.TRACKING, Known.MONDAY));

        assertThat(step.events())
                .containsExactly(new ShipmentScheduled(Known.ORDER, "c-1", Known.OUT, "Parcels", "PN1"));
    }

    @Test
    void forgetsTheAddressOnceTheLabelIsBought() {
        var step = applied(Known.BOOKING, new LabelBought(Known.OUT, Known.TRACKING, Known.MONDAY));

        assertThat(step.next().destination()).isNull();
    }

    @Test
    void saysThatThePlaceIsUndeliverable() {
        assertThat(applied(Known.BOOKING, new LabelRefused(Known.OUT, null, "undeliverable"))
                        .events())
                .containsExactly(new ShipmentRejected(Known.ORDER, "c-1", Known.OUT, "undeliverable"));
    }

    @Test
    void takesBackWhateverWasBoughtWhenNobodyKnowsTheBookingsOutcome() {
        var expired = applied(Known.RECALLING_UNASKED, new LabelVoided(Known.OUT));

        assertThat(applied(Known.BOOKING, new BookingExpired(Known.OUT)).calls())
                .containsExactly(new VoidLabel(Known.OUT, null));
        assertThat(expired.events())
                .containsExactly(new ShipmentRejected(Known.ORDER, "c-1", Known.OUT, "carrier-unavailable"));
    }

    @Test
    void tellsTheDispatchBeforeTheDeliveryWhenTheCarrierDoesNot() {
        var step = applied(Known.SCHEDULED, new ParcelArrived(Known.OUT, Known.TRACKING, null, Known.WEDNESDAY));

        assertThat(step.events())
                .containsExactly(
                        new ShipmentDispatched(Known.ORDER, "c-1", Known.OUT, "Parcels", "PN1", Known.WEDNESDAY),
                        new ShipmentDelivered(Known.ORDER, "c-1", Known.OUT, Known.WEDNESDAY));
        assertThat(Decider.decide(step.next(), new ParcelMoved(Known.OUT, Known.TRACKING, Known.TUESDAY)))
                .isEqualTo(new Ignored("dispatched-before"));
    }

    @Test
    void takesTheDispatchsTimeFromTheTrackersDetailsIfTheyHaveIt() {
        var arrived = new ParcelArrived(Known.OUT, Known.TRACKING, Known.TUESDAY, Known.WEDNESDAY);

        assertThat(applied(Known.SCHEDULED, arrived).next().outbound().dispatchedAt())
                .isEqualTo(Known.TUESDAY);
    }

    @Test
    void repeatsTheDispatchWhenARecallComesTooLate() {
        assertThat(applied(Known.DELIVERED, new RecallRequested(1)).events())
                .containsExactly(
                        new ShipmentDispatched(Known.ORDER, "c-1", Known.OUT, "Parcels", "PN1", Known.TUESDAY));
    }

    @Test
    void voidsTheLabelOfABookingThatWasRecalledMeanwhile() {
        var recalled = applied(Known.BOOKING, new RecallRequested(1)).next();
        var bought = applied(recalled, new LabelBought(Known.OUT, Known.TRACKING, Known.MONDAY));

        assertThat(bought.events()).isEmpty();
        assertThat(bought.calls()).contains(new VoidLabel(Known.OUT, null));
        assertThat(applied(bought.next(), new LabelVoided(Known.OUT)).events())
                .hasOnlyElementsOfType(ShipmentCancelled.class)
                .hasSize(1);
    }

    @Test
    void watchesAParcelThatLeftWhileItWasRecalled() {
        var step = applied(Known.RECALLING_UNASKED, new ParcelMoved(Known.OUT, Known.TRACKING, Known.TUESDAY));

        assertThat(step.calls()).containsExactly(new WatchParcel(Known.OUT, "shp_out"));
    }

    @Test
    void watchesNoParcelTwice() {
        var recalled = applied(Known.SCHEDULED, new RecallRequested(1)).next();

        var left = applied(recalled, new ParcelMoved(Known.OUT, Known.TRACKING, Known.TUESDAY));

        assertThat(left.events()).hasOnlyElementsOfType(ShipmentDispatched.class);
        assertThat(left.calls()).isEmpty();
    }

    /** Nobody asks again for what is over: the carrier is asked on, and operators see it meanwhile. */
    @Test
    void doesNotForgetALabelThatWasBoughtLateAndCouldNotBeVoided() {
        var late = applied(Known.CANCELLED, new LabelBought(Known.OUT, Known.TRACKING, Known.MONDAY));
        var expired = applied(late.next(), new VoidingExpired(Known.OUT));

        assertThat(expired.next().stalled()).isTrue();
        assertThat(expired.calls()).containsExactlyElementsOf(late.calls());
        assertThat(expired.events()).isEmpty();
        var voided = applied(expired.next(), new LabelVoided(Known.OUT));
        assertThat(voided.next().stalled()).isFalse();
        assertThat(voided.next().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void countsAVersionForEachEvent() {
        var step = applied(Known.SCHEDULED, new ParcelArrived(Known.OUT, Known.TRACKING, null, Known.WEDNESDAY));

        assertThat(step.next().version()).isEqualTo(12);
        assertThat(step.versionOf(0)).isEqualTo(11);
        assertThat(step.versionOf(1)).isEqualTo(12);
        assertThat(applied(Known.BOOKING, new RecallRequested(1)).next().version())
                .isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void leavesFactsAboutALabelThatIsNotItsOwn(Known state) {
        assertThat(Decider.decide(state.shipment(), new LabelVoided(Known.FRESH)))
                .isEqualTo(new Ignored("another-label"));
    }

    private static Applied applied(Known state, Input input) {
        return applied(state.shipment(), input);
    }

    private static Applied applied(Shipment shipment, Input input) {
        return (Applied) Decider.decide(shipment, input);
    }
}
