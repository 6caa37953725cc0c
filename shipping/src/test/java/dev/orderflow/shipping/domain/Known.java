package dev.orderflow.shipping.domain;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import java.time.Instant;
import java.util.UUID;

/** Shipments that tests begin with, one in each situation that decides differently. */
enum Known {
    NONE,
    RECALLED,
    BOOKING,
    BOOKING_RECALLED,
    /** The carrier knows the shipment; it is being paid. */
    BOOKING_CREATED,
    SCHEDULED,
    REJECTED,
    DISPATCHED,
    DELIVERED,
    RECALLING,
    /** Nobody recalled it: the booking's outcome is unknown, so whatever was bought is taken back. */
    RECALLING_UNASKED,
    RECALLING_STALLED,
    CANCELLED,
    /** Over, but its label may still be valid. */
    CANCELLED_STALLED,
    RETURN_BOOKING,
    RETURN_BOOKING_STALLED,
    RETURN_BOOKING_CREATED,
    /** An operator said that it was delivered while the label for its way out was being bought. */
    RETURN_BOOKING_UNSENT,
    RETURN_IN_TRANSIT,
    RETURN_RECEIVED;

    static final UUID ORDER = UUID.fromString("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23");
    static final UUID OUT = UUID.fromString("0198f3a2-0000-7d2e-9a10-5b8e6f0c1d01");
    static final UUID BACK = UUID.fromString("0198f3a2-0000-7d2e-9a10-5b8e6f0c1d02");
    static final UUID FRESH = UUID.fromString("0198f3a2-0000-7d2e-9a10-5b8e6f0c1d03");
    static final Tracking TRACKING = new Tracking("Parcels", "PN1");
    static final Tracking TRACKING_BACK = new Tracking("Parcels", "PN2");
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:00:00Z");
    static final Destination HOME = new Destination(
            new Address("Marta", "Kungsgatan 12", null, "Göteborg", null, "411 19", "SE"),
            new Contact("marta@example.com", null, null));
    static final Destination ERASED = new Destination(null, null);

    private static final Label WANTED = Label.wanted(OUT);
    private static final Label CREATED = WANTED.created("shp_out");
    private static final Label BOUGHT = CREATED.bought(TRACKING, MONDAY);
    private static final Label LEFT = BOUGHT.dispatched(TUESDAY);
    private static final Label THERE = LEFT.arrived(WEDNESDAY);
    private static final Label WANTED_BACK = Label.wanted(BACK);
    private static final Label CREATED_BACK = WANTED_BACK.created("shp_back");
    private static final Label BOUGHT_BACK = CREATED_BACK.bought(TRACKING_BACK, WEDNESDAY);

    Shipment shipment() {
        var none = Shipment.unknown(ORDER, "c-1").at(10);
        return switch (this) {
            case NONE -> none;
            case RECALLED -> none.in(Status.RECALLED).recalledIn(1);
            case BOOKING -> none.in(Status.BOOKING).out(WANTED).goingTo(HOME);
            case BOOKING_RECALLED -> BOOKING.shipment().recalledIn(1);
            case BOOKING_CREATED -> none.in(Status.BOOKING).out(CREATED).goingTo(HOME);
            case SCHEDULED -> none.in(Status.SCHEDULED).out(BOUGHT);
            case REJECTED -> none.in(Status.REJECTED).out(CREATED);
            case DISPATCHED -> none.in(Status.DISPATCHED).out(LEFT);
            case DELIVERED -> none.in(Status.DELIVERED).out(THERE);
            case RECALLING -> none.in(Status.RECALLING).out(BOUGHT).recalledIn(1);
            case RECALLING_UNASKED -> none.in(Status.RECALLING).out(CREATED);
            case RECALLING_STALLED -> RECALLING.shipment().givenUp();
            case CANCELLED -> none.in(Status.CANCELLED).out(BOUGHT).recalledIn(1);
            case CANCELLED_STALLED -> CANCELLED.shipment().givenUp();
            case RETURN_BOOKING ->
                none.in(Status.RETURN_BOOKING)
                        .out(THERE)
                        .back(WANTED_BACK)
                        .returnedIn(1)
                        .goingTo(HOME);
            case RETURN_BOOKING_STALLED ->
                RETURN_BOOKING.shipment().goingTo(null).givenUp();
            case RETURN_BOOKING_CREATED -> RETURN_BOOKING.shipment().back(CREATED_BACK);
            case RETURN_BOOKING_UNSENT -> RETURN_BOOKING.shipment().out(CREATED);
            case RETURN_IN_TRANSIT ->
                none.in(Status.RETURN_IN_TRANSIT).out(THERE).back(BOUGHT_BACK).returnedIn(1);
            case RETURN_RECEIVED ->
                none.in(Status.RETURN_RECEIVED)
                        .out(THERE)
                        .back(BOUGHT_BACK.arrived(WEDNESDAY))
                        .returnedIn(1);
        };
    }
}
