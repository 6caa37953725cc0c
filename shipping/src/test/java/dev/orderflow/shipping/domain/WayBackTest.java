package dev.orderflow.shipping.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.shipping.ReturnReceived;
import dev.orderflow.shipping.domain.Call.BuyLabel;
import dev.orderflow.shipping.domain.Call.CreateLabel;
import dev.orderflow.shipping.domain.Input.BookingExpired;
import dev.orderflow.shipping.domain.Input.LabelCreated;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ReturnAccepted;
import dev.orderflow.shipping.domain.Step.Applied;
import dev.orderflow.shipping.domain.Step.Ignored;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Returns, and what both ways have in common when a worker was overtaken. */
class WayBackTest {

    @Test
    void asksForANewReturnLabelAfterARefusal() {
        var refused = applied(Known.RETURN_BOOKING, new LabelRefused(Known.BACK, null, "undeliverable"))
                .next();
        var again = applied(refused, new ReturnAccepted(Known.FRESH, 2, Known.HOME));

        assertThat(again.calls()).containsExactly(new CreateLabel(Known.FRESH, true, false));
    }

    @Test
    void looksForTheReturnLabelOfAnUnknownOutcome() {
        var expired =
                applied(Known.RETURN_BOOKING, new BookingExpired(Known.BACK)).next();
        var again = applied(expired, new ReturnAccepted(Known.FRESH, 2, Known.HOME));

        assertThat(again.calls()).containsExactly(new CreateLabel(Known.BACK, true, true));
    }

    /** A worker that was overtaken before it asked has the carrier make another one under the same reference. */
    @ParameterizedTest
    @EnumSource(names = {"BOOKING_CREATED", "RETURN_BOOKING_CREATED"})
    void paysForOneShipmentHoweverManyTheCarrierHas(Known state) {
        var label = labelOf(state);

        assertThat(Decider.decide(state.shipment(), new LabelCreated(label, "shp_twin", "rate_2")))
                .isEqualTo(new Ignored("created-before"));
    }

    /** What it was not let have says nothing of the one that is being paid. */
    @ParameterizedTest
    @EnumSource(names = {"BOOKING_CREATED", "RETURN_BOOKING_CREATED"})
    void goesOnWithTheShipmentItHasWhenAnOvertakenWorkerIsRefusedOne(Known state) {
        var refused = new LabelRefused(labelOf(state), null, "address-unknown");

        assertThat(Decider.decide(state.shipment(), refused)).isInstanceOf(Ignored.class);
    }

    @Test
    void buysOnWhatALaterRoundHasFoundAgain() {
        var expired = applied(Known.RETURN_BOOKING_CREATED, new BookingExpired(Known.BACK))
                .next();
        var again = applied(expired, new ReturnAccepted(Known.FRESH, 2, Known.HOME));

        assertThat(again.calls()).containsExactly(new CreateLabel(Known.BACK, true, true));
        assertThat(applied(again.next(), new LabelCreated(Known.BACK, "shp_back", "rate_1"))
                        .calls())
                .containsExactly(new BuyLabel(Known.BACK, "shp_back", "rate_1"));
    }

    @Test
    void waitsForAnOperatorWhenAReturnHasNoAddress() {
        var step = applied(Known.DELIVERED, new ReturnAccepted(Known.FRESH, 1, Known.ERASED));

        assertThat(step.next().stalled()).isTrue();
        assertThat(step.calls()).isEmpty();
    }

    /** The recall was never answered, and an operator found that the parcel is with the customer. */
    @ParameterizedTest
    @EnumSource(names = {"BOOKING_RECALLED", "RECALLING", "RECALLING_STALLED"})
    void fetchesWhatAnOperatorSaidToBeDelivered(Known state) {
        var step = applied(state, new ReturnAccepted(Known.FRESH, 1, Known.HOME));

        assertThat(step.next().status()).isEqualTo(Status.RETURN_BOOKING);
        assertThat(step.next().stalled()).isFalse();
        assertThat(step.calls()).containsExactly(new CreateLabel(Known.FRESH, true, false));
    }

    @Test
    void tellsThatAReturnIsBack() {
        var arrived = new ParcelArrived(Known.BACK, Known.TRACKING_BACK, null, Known.WEDNESDAY);

        assertThat(applied(Known.RETURN_IN_TRANSIT, arrived).events())
                .containsExactly(new ReturnReceived(Known.ORDER, "c-1", Known.BACK, Known.WEDNESDAY));
    }

    private static UUID labelOf(Known state) {
        return state == Known.BOOKING_CREATED ? Known.OUT : Known.BACK;
    }

    private static Applied applied(Known state, Input input) {
        return applied(state.shipment(), input);
    }

    private static Applied applied(Shipment shipment, Input input) {
        return (Applied) Decider.decide(shipment, input);
    }
}
