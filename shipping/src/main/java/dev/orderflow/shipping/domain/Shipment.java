package dev.orderflow.shipping.domain;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything about one order's parcel, out and back. Immutable: each change answers a new one.
 *
 * @param recallRound the newest recall that was asked for; 0 if none was
 * @param returnRound the newest return that was asked for; 0 if none was
 * @param stalled whether the carrier was given up on, so that only a repeated request goes on; or that it has not said
 *     for long what became of the label of an order that is over
 * @param destination where the label being bought goes; null while none is
 * @param version one more with each event, or with each change that has none
 */
public record Shipment(
        UUID orderId,
        String customerId,
        Status status,
        Label outbound,
        Label inbound,
        int recallRound,
        int returnRound,
        boolean stalled,
        Destination destination,
        long version) {

    /** What is known of an order before anything was asked. */
    public static Shipment unknown(UUID orderId, String customerId) {
        return new Shipment(orderId, customerId, Status.NONE, Label.NONE, Label.NONE, 0, 0, false, null, 0);
    }

    /** The label with the carrier's id: that of the way out, or that of the way back. */
    public Label labelOf(String carrierId) {
        return carrierId.equals(outbound.carrierId()) ? outbound : inbound;
    }

    /** The carrier's id of the shipment that this label is bought for; empty while none is. */
    public Optional<String> carrierIdOf(UUID label) {
        return Stream.of(outbound, inbound)
                .filter(each -> each.is(label))
                .map(Label::carrierId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether this label's parcel may still be told of. */
    public boolean isUnderWay(UUID label) {
        return switch (status) {
            case SCHEDULED, RECALLING, DISPATCHED -> outbound.is(label);
            case RETURN_IN_TRANSIT -> inbound.is(label);
            case NONE, RECALLED, BOOKING, REJECTED, DELIVERED, CANCELLED, RETURN_BOOKING, RETURN_RECEIVED -> false;
        };
    }

    boolean isRecalled() {
        return recallRound > 0;
    }

    /** Entering a state ends what stalled the last one, and forgets where the customer is. */
    Shipment in(Status next) {
        return new Shipment(
                orderId, customerId, next, outbound, inbound, recallRound, returnRound, false, null, version);
    }

    Shipment goingTo(Destination where) {
        return new Shipment(
                orderId, customerId, status, outbound, inbound, recallRound, returnRound, stalled, where, version);
    }

    /** Waited for in vain: an operator has to know. */
    Shipment givenUp() {
        return new Shipment(
                orderId, customerId, status, outbound, inbound, recallRound, returnRound, true, destination, version);
    }

    Shipment out(Label label) {
        return new Shipment(
                orderId, customerId, status, label, inbound, recallRound, returnRound, stalled, destination, version);
    }

    Shipment back(Label label) {
        return new Shipment(
                orderId, customerId, status, outbound, label, recallRound, returnRound, stalled, destination, version);
    }

    Shipment recalledIn(int round) {
        return new Shipment(
                orderId, customerId, status, outbound, inbound, round, returnRound, stalled, destination, version);
    }

    Shipment returnedIn(int round) {
        return new Shipment(
                orderId, customerId, status, outbound, inbound, recallRound, round, stalled, destination, version);
    }

    public Shipment at(long newVersion) {
        return new Shipment(
                orderId,
                customerId,
                status,
                outbound,
                inbound,
                recallRound,
                returnRound,
                stalled,
                destination,
                newVersion);
    }
}
