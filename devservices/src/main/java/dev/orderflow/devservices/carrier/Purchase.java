package dev.orderflow.devservices.carrier;

import java.util.ArrayList;
import java.util.List;

/**
 * The label of a shipment and the way of its parcel.
 *
 * @param details every status so far, oldest first
 * @param boughtAt milliseconds since the epoch, as all times here
 */
record Purchase(String rate, String label, String tracker, String trackingCode, long boughtAt, List<Detail> details) {

    record Detail(TrackingStatus status, long at) {}

    static Purchase of(String rate, long now) {
        return new Purchase(
                rate,
                Ids.next("pl"),
                Ids.next("trk"),
                Ids.trackingCode(),
                now,
                List.of(new Detail(TrackingStatus.PRE_TRANSIT, now)));
    }

    TrackingStatus status() {
        return details.getLast().status();
    }

    Purchase in(TrackingStatus status, long now) {
        List<Detail> more = new ArrayList<>(details);
        more.add(new Detail(status, now));
        return new Purchase(rate, label, tracker, trackingCode, boughtAt, more);
    }
}
