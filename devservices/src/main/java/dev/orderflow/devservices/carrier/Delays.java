package dev.orderflow.devservices.carrier;

import dev.orderflow.devservices.http.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast parcels travel.
 *
 * @param dispatch from the label's purchase until the parcel is in transit
 * @param delivery from then until it is delivered
 * @param comeBack from the purchase of a return's label until it has arrived
 */
record Delays(Duration dispatch, Duration delivery, Duration comeBack) {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A parcel's next status, and when it is due, in milliseconds since the epoch. */
    record Step(TrackingStatus status, long dueAt) {}

    static Delays of(Settings settings) {
        return new Delays(
                settings.delay("DISPATCH", SECOND),
                settings.delay("DELIVERY", SECOND),
                settings.delay("RETURN", SECOND));
    }

    Optional<Step> next(Shipment shipment) {
        return shipment.purchase().flatMap(purchase -> switch (purchase.status()) {
            case PRE_TRANSIT -> Optional.of(departure(shipment, purchase));
            case IN_TRANSIT -> Optional.of(step(TrackingStatus.DELIVERED, purchase, delivery));
            case DELIVERED, CANCELLED -> Optional.empty();
        });
    }

    private Step departure(Shipment shipment, Purchase purchase) {
        return shipment.isReturn()
                ? step(TrackingStatus.DELIVERED, purchase, comeBack)
                : step(TrackingStatus.IN_TRANSIT, purchase, dispatch);
    }

    private static Step step(TrackingStatus status, Purchase purchase, Duration after) {
        return new Step(status, purchase.details().getLast().at() + after.toMillis());
    }
}
